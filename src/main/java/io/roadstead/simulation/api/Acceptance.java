// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;

/** What a client is ready to read, from its Accept header. */
final class Acceptance {
  private Acceptance() {}

  /** Refuses a client that reads nothing this server writes. */
  static void check(ApiRequest request) {
    String accept = request.accept();
    boolean readable =
        accept.isEmpty()
            || accept.contains("json")
            || accept.contains("*/*")
            || accept.contains("application/*")
            || accept.contains("text/plain");
    if (!readable) {
      throw ApiException.of(
          406, "NotAcceptable", "only the following media types are accepted: application/json");
    }
  }
}
