// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives the expressions of selectors the values that their operators want. */
final class Selectors {
  private Selectors() {}

  static void settle(JsonNode object, Dice dice) {
    Tree.each(
        object,
        "matchExpressions",
        selector -> Tree.list(selector, "matchExpressions").forEach(e -> values(e, dice)));
  }

  private static void values(ObjectNode requirement, Dice dice) {
    switch (requirement.path("operator").asText()) {
      case "Exists", "DoesNotExist" -> requirement.remove("values");
      case "Gt", "Lt" -> requirement.putArray("values").add("" + dice.between(1, 9));
      default -> {
        if (!requirement.has("values")) {
          requirement.putArray("values").add("a");
        }
      }
    }
  }
}
