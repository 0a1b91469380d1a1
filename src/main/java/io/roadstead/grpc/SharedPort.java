// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The HTTP request of a call, on the port that gRPC shares with REST. */
final class SharedPort {
  private SharedPort() {}

  /** The request of the call that is just being started on this thread. */
  static Optional<RoutingContext> request() {
    io.vertx.core.Context context = Vertx.currentContext();
    return context == null
        ? Optional.empty()
        : Optional.ofNullable(context.getLocal(RoutingContext.class.getName()));
  }
}
