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
 * Ends calls that fail while they are started, in an interceptor of ours. That happens on a worker,
 * where Quarkus drops the exception, and the call would hang until the client's deadline.
 */
@ApplicationScoped
@GlobalInterceptor
public class CallGuardInterceptor implements ServerInterceptor, Prioritized {

  /** On the worker already, and around all that is ours. */
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
