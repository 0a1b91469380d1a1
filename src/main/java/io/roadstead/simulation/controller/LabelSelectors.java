// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Matches labels against the selectors of Services (a plain map) and of workloads. */
final class LabelSelectors {
  private LabelSelectors() {}

  /**
   * Whether all entries of the map are among the labels; an empty or missing map selects nothing.
   */
  static boolean mapMatches(JsonNode map, JsonNode object) {
    if (map.isEmpty()) {
      return false;
    }
    JsonNode labels = object.path("metadata").path("labels");
    for (Map.Entry<String, JsonNode> wanted : map.properties()) {
      if (!wanted.getValue().asText().equals(labels.path(wanted.getKey()).asText(null))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an object is selected by matchLabels and matchExpressions. */
  static boolean matches(JsonNode selector, JsonNode object) {
    JsonNode labels = object.path("metadata").path("labels");
    if (selector.path("matchLabels").isEmpty() && selector.path("matchExpressions").isEmpty()) {
      return false;
    }
    if (!selector.path("matchLabels").isEmpty()
        && !mapMatches(selector.path("matchLabels"), object)) {
      return false;
    }
    for (JsonNode expression : selector.path("matchExpressions")) {
      if (!holds(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a requirement (key, operator, values) holds for the labels. */
  static boolean holds(JsonNode expression, JsonNode labels) {
    JsonNode value = labels.path(expression.path("key").asText());
    return switch (expression.path("operator").asText()) {
      case "In" -> contains(expression.path("values"), value);
      case "NotIn" -> !contains(expression.path("values"), value);
      case "Exists" -> !value.isMissingNode();
      case "DoesNotExist" -> value.isMissingNode();
      case "Gt" -> !value.isMissingNode() && value.asLong() > firstValue(expression);
      case "Lt" -> !value.isMissingNode() && value.asLong() < firstValue(expression);
      default -> false;
    };
  }

  private static long firstValue(JsonNode expression) {
    return expression.path("values").path(0).asLong();
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode candidate : values) {
      if (!value.isMissingNode() && candidate.asText().equals(value.asText())) {
        return true;
      }
    }
    return false;
  }
}
