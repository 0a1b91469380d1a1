// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of the volume mounts of a container. */
final class MountValidation {
  private MountValidation() {}

  static void check(String field, JsonNode mounts, Set<String> volumes, List<StatusCause> causes) {
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < mounts.size(); i++) {
      JsonNode mount = mounts.path(i);
      String path = field + "[" + i + "]";
      String name = mount.path("name").asText("");
      if (name.isEmpty()) {
        causes.add(StatusCause.required(path + ".name", ""));
      }
      if (!volumes.contains(name)) {
        String found = "Not found: \"" + name + "\"";
        causes.add(new StatusCause("FieldValueNotFound", path + ".name", found));
      }
      String mountPath = mount.path("mountPath").asText("");
      if (mountPath.isEmpty()) {
        causes.add(StatusCause.required(path + ".mountPath", ""));
      }
      if (!paths.add(mountPath)) {
        causes.add(StatusCause.invalid(path + ".mountPath", mountPath, "must be unique"));
      }
      // The server leaves the index out of these two.
      VolumeFiles.checkPath(field + ".subPath", mount.path("subPath").asText(""), causes);
      VolumeFiles.checkPath(field + ".subPathExpr", mount.path("subPathExpr").asText(""), causes);
      if (mount.has("subPath") && mount.has("subPathExpr")) {
        causes.add(
            StatusCause.invalid(
                path + ".subPathExpr",
                mount.path("subPathExpr").asText(),
                "subPathExpr and subPath are mutually exclusive"));
      }
    }
  }
}
