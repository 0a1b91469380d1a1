// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.identity.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves the caller of each call before anything else is processed. */
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
      var answer = new Metadata();
      Context context =
          Context.current()
              .withValue(CallContext.CALLER, caller)
              .withValue(CallContext.ANSWER, answer);
      return Contexts.interceptCall(context, new Answered<>(call, answer), headers, next);
    } catch (AppException e) {
      CallEnd.close(call, e);
      return new ServerCall.Listener<>() {};
    }
  }

  /** Adds the headers that the service has set. */
  private static final class Answered<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Metadata answer;

    Answered(ServerCall<Q, A> call, Metadata answer) {
      super(call);
      this.answer = answer;
    }

    @Override
    public void sendHeaders(Metadata headers) {
      headers.merge(answer);
      super.sendHeaders(headers);
    }
  }
}
