// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.roadstead.app.Caller;

/** What the interceptors have found out about the call that the current thread serves. */
final class CallContext {
  static final Context.Key<Caller> CALLER = Context.key("roadstead-caller");

  private CallContext() {}

  /** The caller; a call that waited for a worker until its client had gone ends here. */
  static Caller caller() {
    if (Context.current().isCancelled()) {
      throw Status.CANCELLED.withDescription("The client is gone.").asRuntimeException();
    }
    Caller caller = CALLER.get();
    if (caller == null) {
      throw new IllegalStateException("The call has not passed the CallerInterceptor");
    }
    return caller;
  }
}
