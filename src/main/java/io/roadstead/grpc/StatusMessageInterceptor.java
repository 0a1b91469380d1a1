// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

/**
 * Sends the message of a status as an already encoded trailer: the server that shares its port with
 * REST would encode it like a query string, so that JavaScript clients show {@code %3A} for each
 * colon.
 */
@ApplicationScoped
@GlobalInterceptor
public class StatusMessageInterceptor implements ServerInterceptor, Prioritized {
  private static final Metadata.Key<String> MESSAGE =
      Metadata.Key.of(StatusMessage.HEADER, Metadata.ASCII_STRING_MARSHALLER);

  /**
   * Around all other interceptors, so that it sees the end of a call regardless of what ends it.
   */
  @Override
  public int getPriority() {
    return Integer.MAX_VALUE;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return SharedPort.request().isPresent()
        ? next.startCall(new Encoding<>(call), headers)
        : next.startCall(call, headers);
  }

  private static final class Encoding<Q, A> extends SimpleForwardingServerCall<Q, A> {
    Encoding(ServerCall<Q, A> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      String text = status.getDescription();
      if (status.isOk() || text == null) {
        super.close(status, trailers);
        return;
      }
      trailers.discardAll(MESSAGE);
      trailers.put(MESSAGE, StatusMessage.encode(text));
      super.close(status.withDescription(null), trailers);
    }
  }
}
