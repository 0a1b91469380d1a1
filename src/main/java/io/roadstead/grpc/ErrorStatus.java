// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders an error of the catalogue as {@code google.rpc.Status} with its details. */
final class ErrorStatus {
  private static final String DOMAIN = "roadstead.io";

  private ErrorStatus() {}

  static StatusRuntimeException of(AppException error) {
    Status.Code code = Status.Code.valueOf(error.code().grpcCode());
    var status =
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(message(error))
            .addDetails(Any.pack(info(error)));
    ErrorDetails details = error.details();
    if (!details.violations().isEmpty()) {
      status.addDetails(Any.pack(badRequest(details.violations())));
    }
    Duration retryAfter = details.retryAfter();
    if (retryAfter != null) {
      status.addDetails(Any.pack(retryInfo(retryAfter)));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  static void close(ServerCall<?, ?> call, AppException error) {
    StatusRuntimeException rendered = of(error);
    Metadata trailers = rendered.getTrailers();
    call.close(rendered.getStatus(), trailers == null ? new Metadata() : trailers);
  }

  private static ErrorInfo info(AppException error) {
    return ErrorInfo.newBuilder()
        .setReason(error.code().name())
        .setDomain(DOMAIN)
        .putAllMetadata(metadata(error.details()))
        .build();
  }

  /** Lists, as a map of strings can hold them: parallel, joined by commas. */
  private static Map<String, String> metadata(ErrorDetails details) {
    Map<String, String> metadata = new LinkedHashMap<>();
    List<FieldConflict> conflicts = details.conflicts();
    if (!conflicts.isEmpty()) {
      metadata.put("objects", joined(conflicts, FieldConflict::object));
      metadata.put("fields", joined(conflicts, FieldConflict::field));
      metadata.put("owners", joined(conflicts, FieldConflict::owner));
    }
    for (ObjectResult result : details.objects()) {
      metadata.put("result:" + result.object(), result.outcome().name());
    }
    return metadata;
  }

  private static String joined(
      List<FieldConflict> conflicts, Function<FieldConflict, String> part) {
    return conflicts.stream().map(part).collect(Collectors.joining(","));
  }

  /** With violations the message is theirs, since it names enum values. */
  private static String message(AppException error) {
    List<Violation> violations = error.details().violations();
    return violations.isEmpty()
        ? String.valueOf(error.getMessage())
        : Violation.message(violations, EnumNames::of);
  }

  private static BadRequest badRequest(List<Violation> violations) {
    var builder = BadRequest.newBuilder();
    for (Violation violation : violations) {
      builder
          .addFieldViolationsBuilder()
          .setField(violation.field())
          .setDescription(violation.description(EnumNames::of));
    }
    return builder.build();
  }

  private static RetryInfo retryInfo(Duration wait) {
    return RetryInfo.newBuilder()
        .setRetryDelay(
            com.google.protobuf.Duration.newBuilder()
                .setSeconds(wait.getSeconds())
                .setNanos(wait.getNano()))
        .build();
  }
}
