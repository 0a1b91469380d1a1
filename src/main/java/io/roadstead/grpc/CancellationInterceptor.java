// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a call whose client is gone. Without this interceptor, neither a cancellation nor a dropped
 * connection reaches a service that shares its port with REST, and streams leak (quarkus#46986,
 * quarkus#56268).
 */
@ApplicationScoped
@GlobalInterceptor
public class CancellationInterceptor implements ServerInterceptor, Prioritized {

  /** Next to the service. */
  @Override
  public int getPriority() {
    return Integer.MIN_VALUE;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    RoutingContext request = SharedPort.request().orElse(null);
    if (request == null) {
      return next.startCall(call, headers);
    }
    var context = Context.current().withCancellation();
    var watched = new WatchedCall<>(call, context);
    ServerCall.Listener<Q> listener = Contexts.interceptCall(context, watched, headers, next);
    request.addEndHandler(ended -> watched.clientGone(listener));
    return listener;
  }

  private static final class WatchedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Context.CancellableContext context;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean cancelled;

    WatchedCall(ServerCall<Q, A> call, Context.CancellableContext context) {
      super(call);
      this.context = context;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (over.compareAndSet(false, true)) {
        super.close(status, trailers);
        context.cancel(null);
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled || super.isCancelled();
    }

    void clientGone(ServerCall.Listener<Q> listener) {
      if (over.compareAndSet(false, true)) {
        cancelled = true;
        context.cancel(Status.CANCELLED.withDescription("client gone").asRuntimeException());
        listener.onCancel();
      }
    }
  }
}
