// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Violation;
import io.roadstead.edge.RequestId;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Renders errors as gRPC statuses: those of the catalogue as {@code google.rpc.Status} with their
 * details, all others as INTERNAL. It never fails, because a call without a status hangs.
 */
final class ErrorStatus {
  private static final Logger LOG = Logger.getLogger(ErrorStatus.class);

  private ErrorStatus() {}

  /** The status for any exception of a service or an interceptor. */
  static StatusRuntimeException of(Throwable error) {
    try {
      return rendered(error);
    } catch (Throwable broken) {
      broken.addSuppressed(error);
      LOG.error("An error could not be rendered", broken);
      return Status.INTERNAL.withDescription(internalText()).asRuntimeException();
    }
  }

  private static StatusRuntimeException rendered(Throwable error) {
    if (error instanceof StatusRuntimeException status) {
      return status;
    }
    if (error instanceof StatusException status) {
      return new StatusRuntimeException(status.getStatus(), status.getTrailers());
    }
    if (error instanceof RejectedExecutionException) {
      return StatusProto.toStatusRuntimeException(toProto(AppException.overloaded()));
    }
    if (error instanceof AppException app && app.code() != ErrorCode.INTERNAL) {
      LOG.debugf("%s: %s", app.code(), app.getMessage());
      return StatusProto.toStatusRuntimeException(toProto(app));
    }
    LOG.error("Call failed unexpectedly", error);
    return StatusProto.toStatusRuntimeException(
        toProto(AppException.of(ErrorCode.INTERNAL, internalText())));
  }

  /** The status for an error of the catalogue. */
  static com.google.rpc.Status toProto(AppException error) {
    return com.google.rpc.Status.newBuilder()
        .setCode(Status.Code.valueOf(error.code().grpcCode()).value())
        .setMessage(StatusMessage.shortened(message(error)))
        .addAllDetails(ErrorDetailsToProto.toProto(error))
        .build();
  }

  /** With violations, the message is built from them, because it names enum values. */
  private static String message(AppException error) {
    List<Violation> violations = error.details().violations();
    boolean theirs = error.code() == ErrorCode.INVALID_ARGUMENT && !violations.isEmpty();
    return theirs
        ? Violation.message(violations, EnumNames::of)
        : String.valueOf(error.getMessage());
  }

  /** The trailers of a status; a status without details has none. */
  static Metadata trailers(StatusRuntimeException rendered) {
    Metadata trailers = rendered.getTrailers();
    return trailers == null ? new Metadata() : trailers;
  }

  private static String internalText() {
    return "Something went wrong in Roadstead; its log has the details under request id '%s'."
        .formatted(RequestId.current());
  }
}
