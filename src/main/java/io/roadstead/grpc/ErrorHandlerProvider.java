// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.edge.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Renders every exception that leaves a service; the only place that does. */
@ApplicationScoped
public class ErrorHandlerProvider implements ExceptionHandlerProvider {
  private static final Logger LOG = Logger.getLogger(ErrorHandlerProvider.class);

  @Override
  public <Q, A> ExceptionHandler<Q, A> createHandler(
      ServerCall.Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
    return new Handler<>(listener, call, metadata);
  }

  @Override
  public Throwable transform(Throwable error) {
    return rendered(error);
  }

  private static StatusRuntimeException rendered(Throwable error) {
    if (error instanceof StatusRuntimeException status) {
      return status;
    }
    if (error instanceof StatusException status) {
      return new StatusRuntimeException(status.getStatus(), status.getTrailers());
    }
    if (error instanceof RejectedExecutionException) {
      return ErrorStatus.of(AppException.overloaded());
    }
    if (error instanceof AppException app && app.code() != ErrorCode.INTERNAL) {
      LOG.debugf("%s: %s", app.code(), app.getMessage());
      return ErrorStatus.of(app);
    }
    LOG.error("Call failed unexpectedly", error);
    return ErrorStatus.of(
        AppException.of(
            ErrorCode.INTERNAL,
            "Something went wrong in Roadstead; its log has the details under request id '%s'."
                .formatted(RequestId.current())));
  }

  private static final class Handler<Q, A> extends ExceptionHandler<Q, A> {
    Handler(ServerCall.Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
      super(listener, call, metadata);
    }

    @Override
    protected void handleException(Throwable error, ServerCall<Q, A> call, Metadata metadata) {
      StatusRuntimeException rendered = rendered(error);
      Metadata trailers = rendered.getTrailers();
      try {
        call.close(rendered.getStatus(), trailers == null ? new Metadata() : trailers);
      } catch (IllegalStateException e) {
        LOG.debugf(e, "The call was already closed with %s", Status.fromThrowable(rendered));
      }
    }
  }
}
