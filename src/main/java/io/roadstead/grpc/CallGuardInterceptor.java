// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.grpc.runtime.Interceptors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

/**
 * Closes calls that fail in one of our interceptors while they are started. This happens on a
 * worker, where Quarkus drops the exception, so the call would hang until the client's deadline.
 */
@ApplicationScoped
@GlobalInterceptor
public class CallGuardInterceptor implements ServerInterceptor, Prioritized {

  /** Already on the worker, and around all of our interceptors. */
  @Override
  public int getPriority() {
    return Interceptors.EXCEPTION_HANDLER + 1;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    try {
      return next.startCall(call, headers);
    } catch (Throwable e) {
      CallEnd.close(call, e);
      return new ServerCall.Listener<>() {};
    }
  }
}
