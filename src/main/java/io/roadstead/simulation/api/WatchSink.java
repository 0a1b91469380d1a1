// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a watch writes its frames. Every method is called on the connection's event loop. */
interface WatchSink {
  /** Whether the client is behind, so that nothing should be written now. */
  boolean isFull();

  void write(JsonNode frame);

  /** Calls back whenever the client has caught up. */
  void onDrain(Runnable callback);

  void onClose(Runnable callback);

  void end();
}
