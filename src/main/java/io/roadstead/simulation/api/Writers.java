// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.StatusCause;
import io.roadstead.simulation.store.WriteOptions;

/** Reads the writer and the options of a write from a request. */
final class Writers {
  private static final int MAX_MANAGER_LENGTH = 128;

  private Writers() {}

  /** For all writes except apply: by default, the manager is the client program. */
  static WriteOptions options(ApiRequest request) {
    String manager = request.parameter("fieldManager");
    if (!manager.isEmpty()) {
      return options(request, manager);
    }
    String agent = request.userAgent();
    String program = agent.isEmpty() ? "unknown" : agent.split("/", 2)[0];
    return options(request, program.substring(0, Math.min(program.length(), MAX_MANAGER_LENGTH)));
  }

  static WriteOptions applyOptions(ApiRequest request) {
    String manager = request.parameter("fieldManager");
    if (manager.isEmpty()) {
      throw ApiException.invalidOptions(
          "PatchOptions", StatusCause.required("fieldManager", "is required for apply patch"));
    }
    return options(request, manager);
  }

  private static WriteOptions options(ApiRequest request, String manager) {
    if (manager.length() > MAX_MANAGER_LENGTH) {
      throw ApiException.of(
          422,
          "Invalid",
          "fieldManager: Invalid value: \"%s\": may not be more than %d bytes"
              .formatted(manager, MAX_MANAGER_LENGTH));
    }
    boolean dryRun = isDryRun(request.parameter("dryRun"));
    return new WriteOptions(manager, dryRun, request.flag("force"), request.warnings()::add);
  }

  static boolean isDryRun(String dryRun) {
    if (!dryRun.isEmpty() && !dryRun.equals("All")) {
      throw ApiException.invalidOptions(
          "CreateOptions",
          new StatusCause(
              "FieldValueNotSupported",
              "dryRun",
              "Unsupported value: [\"" + dryRun + "\"]: supported values: \"All\""));
    }
    return dryRun.equals("All");
  }
}
