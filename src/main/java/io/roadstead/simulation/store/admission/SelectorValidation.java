// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of label selectors. */
final class SelectorValidation {
  private static final Set<String> WITH_VALUES = Set.of("In", "NotIn");
  private static final Set<String> WITHOUT_VALUES = Set.of("Exists", "DoesNotExist");

  private SelectorValidation() {}

  static void check(String field, JsonNode selector, List<StatusCause> causes) {
    Names.checkLabels(field + ".matchLabels", selector.path("matchLabels"), causes);
    JsonNode expressions = selector.path("matchExpressions");
    for (int i = 0; i < expressions.size(); i++) {
      String path = field + ".matchExpressions[" + i + "]";
      checkValues(path, expressions.path(i), "not a valid selector operator", causes);
      Names.checkQualified(path + ".key", expressions.path(i).path("key").asText(""), causes);
    }
  }

  static void checkValues(
      String field, JsonNode expression, String unknown, List<StatusCause> causes) {
    String operator = expression.path("operator").asText("");
    if (WITH_VALUES.contains(operator)) {
      if (expression.path("values").isEmpty()) {
        String rule = "must be specified when `operator` is 'In' or 'NotIn'";
        causes.add(StatusCause.required(field + ".values", rule));
      }
    } else if (WITHOUT_VALUES.contains(operator)) {
      if (!expression.path("values").isEmpty()) {
        String rule = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
        causes.add(StatusCause.forbidden(field + ".values", rule));
      }
    } else {
      causes.add(StatusCause.invalid(field + ".operator", operator, unknown));
    }
  }
}
