// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

/** Reads the resource versions of requests. */
final class ResourceVersions {
  private ResourceVersions() {}

  /** 0 if no version is given. */
  static long parse(String version) {
    if (version.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseUnsignedLong(version);
    } catch (NumberFormatException e) {
      throw ApiException.of(
          400,
          "BadRequest",
          "invalid resource version: resourceVersion: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
              .formatted(version, version));
    }
  }

  static ApiException tooLarge(long wanted, long current) {
    return ApiException.of(
            504,
            "Timeout",
            "Timeout: Too large resource version: %d, current: %d".formatted(wanted, current))
        .withCauses(
            List.of(new StatusCause("ResourceVersionTooLarge", "", "Too large resource version")));
  }
}
