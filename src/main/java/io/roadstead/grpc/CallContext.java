// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.roadstead.app.Caller;

/** What the interceptors have found out about the call that the current thread serves. */
final class CallContext {
  static final Context.Key<Caller> CALLER = Context.key("roadstead-caller");

  /** Headers of the answer that a service adds; sent with its first message. */
  static final Context.Key<Metadata> ANSWER = Context.key("roadstead-answer-headers");

  private static final Metadata.Key<String> VALIDATE_ONLY =
      Metadata.Key.of("validate-only", Metadata.ASCII_STRING_MARSHALLER);

  private CallContext() {}

  /** Marks the answer as one that only says what a write would do. */
  static void markValidateOnly() {
    Metadata answer = ANSWER.get();
    if (answer != null) {
      answer.put(VALIDATE_ONLY, "true");
    }
  }

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
