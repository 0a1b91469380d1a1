// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.vertx.ext.web.RoutingContext;

/** Responds to a request that the edge refuses, in the format of a transport. */
public interface RefusalRenderer {
  /** Whether the request belongs to this transport. */
  boolean serves(RoutingContext request);

  /** Ends the request with PERMISSION_DENIED. */
  void refuse(RoutingContext request, String message);
}
