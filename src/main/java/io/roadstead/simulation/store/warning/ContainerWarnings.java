// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The warnings about a single container. */
final class ContainerWarnings {
  private ContainerWarnings() {}

  static void check(String field, JsonNode container, List<String> warnings) {
    for (String resource : List.of("memory", "ephemeral-storage")) {
      for (String list : List.of("limits", "requests")) {
        JsonNode amounts = container.path("resources").path(list);
        Fractions.check(field + ".resources." + list, amounts, resource, warnings);
      }
    }
    checkEnv(field + ".env", container.path("env"), warnings);
  }

  /** A later definition may extend an earlier one, but not hide it. */
  private static void checkEnv(String field, JsonNode env, List<String> warnings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < env.size(); i++) {
      JsonNode variable = env.path(i);
      String name = variable.path("name").asText();
      if (!seen.add(name) && hides(variable, "$(" + name + ")")) {
        warnings.add(
            "%s[%d]: hides previous definition of \"%s\", which may be dropped when using apply"
                .formatted(field, i, name));
      }
    }
  }

  private static boolean hides(JsonNode variable, String reference) {
    String value = variable.path("value").asText("");
    return variable.has("valueFrom") || value.equals(reference) || !value.contains(reference);
  }
}
