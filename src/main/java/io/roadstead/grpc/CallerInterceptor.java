// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.identity.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves the caller of each call before anything else of it is looked at. */
@ApplicationScoped
@GlobalInterceptor
public class CallerInterceptor implements ServerInterceptor {
  private final CallerResolver callers;

  CallerInterceptor(CallerResolver callers) {
    this.callers = callers;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    try {
      Caller caller = callers.resolve(headers.keys());
      Context context = Context.current().withValue(CallContext.CALLER, caller);
      return Contexts.interceptCall(context, call, headers, next);
    } catch (AppException e) {
      ErrorStatus.close(call, e);
      return new ServerCall.Listener<>() {};
    }
  }
}
