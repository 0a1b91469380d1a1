// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jboss.logging.Logger;

/** Closes calls that have failed. */
final class CallEnd {
  private static final Logger LOG = Logger.getLogger(CallEnd.class);

  private CallEnd() {}

  /** Closes a call with the status of an error, unless it is closed already. */
  static void close(ServerCall<?, ?> call, Throwable error) {
    StatusRuntimeException rendered = ErrorStatus.of(error);
    try {
      call.close(rendered.getStatus(), ErrorStatus.trailers(rendered));
    } catch (IllegalStateException e) {
      LOG.debugf(e, "The call was already closed with %s", Status.fromThrowable(rendered));
    } catch (RuntimeException e) {
      LOG.errorf(e, "The call could not be closed with %s", rendered.getStatus());
    }
  }
}
