// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;

/** Sends frames as messages of a WebSocket. */
final class SocketSink implements WatchSink {
  private final ServerWebSocket socket;

  SocketSink(ServerWebSocket socket) {
    this.socket = socket;
  }

  @Override
  public boolean isFull() {
    // A closing socket may not have called back yet, and querying it would throw.
    return socket.isClosed() || socket.writeQueueFull();
  }

  @Override
  public void write(JsonNode frame) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(new String(Json.bytes(frame), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void onDrain(Runnable callback) {
    socket.drainHandler(nothing -> callback.run());
  }

  @Override
  public void onClose(Runnable callback) {
    socket.closeHandler(nothing -> callback.run());
  }

  @Override
  public void end() {
    if (!socket.isClosed()) {
      socket.close();
    }
  }
}
