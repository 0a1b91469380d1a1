// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Sends frames as lines of one long response. */
final class ChunkedSink implements WatchSink {
  private final HttpServerResponse response;

  ChunkedSink(HttpServerResponse response) {
    this.response = response;
    response.setStatusCode(200).setChunked(true).putHeader("Content-Type", "application/json");
    response.writeHead();
  }

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void write(JsonNode frame) {
    if (!response.ended() && !response.closed()) {
      response.write(Buffer.buffer(Json.bytes(frame)).appendByte((byte) '\n'));
    }
  }

  @Override
  public void onDrain(Runnable callback) {
    response.drainHandler(nothing -> callback.run());
  }

  @Override
  public void onClose(Runnable callback) {
    response.closeHandler(nothing -> callback.run());
  }

  @Override
  public void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}
