// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes a call with the status of the exception that its service has thrown. */
@ApplicationScoped
public class ErrorHandlerProvider implements ExceptionHandlerProvider {
  @Override
  public <Q, A> ExceptionHandler<Q, A> createHandler(
      ServerCall.Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
    return new Handler<>(listener, call, metadata);
  }

  @Override
  public Throwable transform(Throwable error) {
    return ErrorStatus.of(error);
  }

  private static final class Handler<Q, A> extends ExceptionHandler<Q, A> {
    Handler(ServerCall.Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
      super(listener, call, metadata);
    }

    @Override
    protected void handleException(Throwable error, ServerCall<Q, A> call, Metadata metadata) {
      CallEnd.close(call, error);
    }
  }
}
