// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;

/** The formats that a client accepts, from its Accept header. */
final class Acceptance {
  private Acceptance() {}

  /** Refuses a client that accepts none of this server's formats. */
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
