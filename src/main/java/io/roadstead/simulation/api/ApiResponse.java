// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One response, independent of its transport.
 *
 * @param warnings the values of its {@code Warning} headers
 */
record ApiResponse(int code, String contentType, byte[] body, List<String> warnings) {
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";

  static ApiResponse json(int code, JsonNode body) {
    return new ApiResponse(code, JSON, Json.bytes(body), List.of());
  }

  /** The same response with warnings. */
  ApiResponse warning(List<String> headers) {
    return new ApiResponse(code, contentType, body, headers);
  }

  static ApiResponse ok(JsonNode body) {
    return json(200, body);
  }

  static ApiResponse text(String text) {
    return new ApiResponse(200, TEXT, text.getBytes(StandardCharsets.UTF_8), List.of());
  }

  static ApiResponse refusal(ApiException e) {
    return json(e.code(), e.toStatus());
  }

  /** The server's response to a path outside all APIs: plain text, not a Status. */
  static ApiResponse pathNotFound() {
    return new ApiResponse(
        404, TEXT, "404 page not found\n".getBytes(StandardCharsets.UTF_8), List.of());
  }
}
