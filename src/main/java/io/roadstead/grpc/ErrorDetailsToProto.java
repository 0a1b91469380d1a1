// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.MessageLite;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable part of an error as {@code google.rpc} messages, one entry per violation,
 * conflict and object. Entries that do not fit into a client's headers are omitted and counted,
 * never truncated.
 */
final class ErrorDetailsToProto {
  /** The domain of Roadstead's reasons. */
  static final String DOMAIN = "roadstead.io";

  /** The key of {@link ErrorInfo} for the number of omitted entries. */
  static final String OMITTED = "omitted-details";

  /**
   * Clients accept 8 KiB of headers, which hold the details in Base64 (a third larger) and the
   * message.
   */
  private static final int ROOM = 3_000;

  /** Tags and lengths of an entry. */
  private static final int OVERHEAD = 8;

  private final List<Any> packed = new ArrayList<>();
  private int used;
  private int omitted;

  private ErrorDetailsToProto() {}

  static List<Any> toProto(AppException error) {
    return new ErrorDetailsToProto().pack(error);
  }

  private List<Any> pack(AppException error) {
    ErrorDetails details = error.details();
    retryInfo(details.retryAfter());
    conflicts(details.conflicts());
    details.objects().forEach(this::object);
    violations(details.violations());
    var info = ErrorInfo.newBuilder().setReason(error.code().name()).setDomain(DOMAIN);
    if (omitted > 0) {
      info.putMetadata(OMITTED, Integer.toString(omitted));
    }
    packed.add(0, any(ErrorInfo.getDescriptor(), info.build()));
    return packed;
  }

  private void retryInfo(@Nullable Duration wait) {
    if (wait == null) {
      return;
    }
    var delay =
        com.google.protobuf.Duration.newBuilder()
            .setSeconds(wait.getSeconds())
            .setNanos(wait.getNano());
    packed.add(any(RetryInfo.getDescriptor(), RetryInfo.newBuilder().setRetryDelay(delay).build()));
  }

  private void conflicts(List<FieldConflict> conflicts) {
    var failure = PreconditionFailure.newBuilder();
    for (FieldConflict conflict : conflicts) {
      var violation =
          PreconditionFailure.Violation.newBuilder()
              .setType(ErrorCode.FIELD_CONFLICT.name())
              .setSubject(conflict.owner())
              .setDescription(conflict.object() + " " + conflict.field())
              .build();
      if (fits(violation)) {
        failure.addViolations(violation);
      }
    }
    if (failure.getViolationsCount() > 0) {
      packed.add(any(PreconditionFailure.getDescriptor(), failure.build()));
    }
  }

  private void object(ObjectResult result) {
    int slash = result.object().indexOf('/');
    String message = result.message();
    var info =
        ResourceInfo.newBuilder()
            .setResourceType(slash < 0 ? "" : result.object().substring(0, slash))
            .setResourceName(result.object().substring(slash + 1))
            .setDescription(
                message == null ? result.outcome().name() : result.outcome() + ": " + message)
            .build();
    if (fits(info)) {
      packed.add(any(ResourceInfo.getDescriptor(), info));
    }
  }

  private void violations(List<Violation> violations) {
    var request = BadRequest.newBuilder();
    for (Violation found : violations) {
      var violation =
          BadRequest.FieldViolation.newBuilder()
              .setField(found.field())
              .setDescription(found.description(EnumNames::of))
              .build();
      if (fits(violation)) {
        request.addFieldViolations(violation);
      }
    }
    if (request.getFieldViolationsCount() > 0) {
      packed.add(any(BadRequest.getDescriptor(), request.build()));
    }
  }

  private boolean fits(MessageLite entry) {
    int size = entry.getSerializedSize() + OVERHEAD;
    if (used + size > ROOM) {
      omitted++;
      return false;
    }
    used += size;
    return true;
  }

  /**
   * {@code Any.pack} without reflection on the message, which is not available in a native
   * executable for messages of dependencies.
   */
  private static Any any(Descriptor type, MessageLite message) {
    return Any.newBuilder()
        .setTypeUrl("type.googleapis.com/" + type.getFullName())
        .setValue(message.toByteString())
        .build();
  }
}
