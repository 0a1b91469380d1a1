// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.roadstead.app.Caller;

/** What the interceptors know about the call that the current thread serves. */
final class CallContext {
  static final Context.Key<Caller> CALLER = Context.key("roadstead-caller");

  /** Response headers that a service adds; sent with the first message. */
  static final Context.Key<Metadata> ANSWER = Context.key("roadstead-answer-headers");

  private static final Metadata.Key<String> VALIDATE_ONLY =
      Metadata.Key.of("validate-only", Metadata.ASCII_STRING_MARSHALLER);

  private CallContext() {}

  /** Marks the response as the preview of a write. */
  static void markValidateOnly() {
    Metadata answer = ANSWER.get();
    if (answer != null) {
      answer.put(VALIDATE_ONLY, "true");
    }
  }

  /** The caller; a call whose client left while it waited for a worker ends here. */
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
