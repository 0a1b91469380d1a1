// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.Arrays;
import java.util.List;

/** The rules of the files in a volume: their paths and modes. */
final class VolumeFiles {
  private static final int MAX_MODE = 0777;

  private VolumeFiles() {}

  static void check(String field, String source, JsonNode items, List<StatusCause> causes) {
    boolean downward = source.equals("downwardAPI");
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.path(i);
      String path = downward ? field : field + ".items[" + i + "]";
      if (downward && !item.has("fieldRef") && !item.has("resourceFieldRef")) {
        causes.add(StatusCause.required(path, "one of fieldRef and resourceFieldRef is required"));
      }
      if (downward && item.has("fieldRef")) {
        FieldReferences.check(path + ".fieldRef", item.path("fieldRef"), true, causes);
      }
      if (!downward && item.path("key").asText("").isEmpty()) {
        causes.add(StatusCause.required(path + ".key", ""));
      }
      String file = item.path("path").asText("");
      if (file.isEmpty()) {
        causes.add(StatusCause.required(path + ".path", ""));
      }
      checkPath(path + ".path", file, causes);
      checkMode(path + ".mode", item.path("mode"), causes);
    }
  }

  static void checkMode(String field, JsonNode mode, List<StatusCause> causes) {
    if (mode.asInt() < 0 || mode.asInt() > MAX_MODE) {
      causes.add(
          StatusCause.invalid(
              field, mode.asInt(), "must be a number between 0 and 0777 (octal), both inclusive"));
    }
  }

  /** A path inside the volume. */
  static void checkPath(String field, String path, List<StatusCause> causes) {
    if (path.startsWith("/")) {
      causes.add(StatusCause.invalid(field, path, "must be a relative path"));
    }
    if (Arrays.asList(path.split("/", -1)).contains("..")) {
      causes.add(StatusCause.invalid(field, path, "must not contain '..'"));
    }
  }
}
