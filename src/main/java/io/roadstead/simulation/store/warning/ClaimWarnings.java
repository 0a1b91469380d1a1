// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The warnings about PersistentVolumeClaims. */
final class ClaimWarnings {
  private static final String CLASS = "volume.beta.kubernetes.io/storage-class";

  private ClaimWarnings() {}

  static void check(ObjectNode claim, List<String> warnings) {
    if (claim.path("metadata").path("annotations").has(CLASS)) {
      warnings.add(
          "metadata.annotations[%s]: deprecated since v1.8; use \"storageClassName\" attribute instead"
              .formatted(CLASS));
    }
    checkSpec("spec", claim.path("spec"), warnings);
  }

  static void checkSpec(String field, JsonNode spec, List<String> warnings) {
    for (String list : List.of("requests", "limits")) {
      String path = field + ".resources." + list;
      Fractions.check(path, spec.path("resources").path(list), "storage", warnings);
    }
  }
}
