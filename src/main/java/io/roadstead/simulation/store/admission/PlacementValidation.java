// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of tolerations and topology spread constraints. */
final class PlacementValidation {
  private static final Set<String> OPERATORS = Set.of("Equal", "Exists");
  private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");
  private static final Set<String> UNSATISFIABLE = Set.of("DoNotSchedule", "ScheduleAnyway");
  private static final String NOT_POSITIVE = "must be greater than zero";

  private PlacementValidation() {}

  static void checkTolerations(String field, JsonNode tolerations, List<StatusCause> causes) {
    for (int i = 0; i < tolerations.size(); i++) {
      JsonNode toleration = tolerations.path(i);
      String path = field + "[" + i + "]";
      String key = toleration.path("key").asText("");
      String operator = toleration.path("operator").asText("Equal");
      if (!key.isEmpty()) {
        Names.checkQualified(path + ".key", key, causes);
      } else if (!operator.equals("Exists")) {
        String rule =
            "operator must be Exists when `key` is empty, which means \"match all values and all"
                + " keys\"";
        causes.add(StatusCause.invalid(path + ".operator", operator, rule));
      }
      String effect = toleration.path("effect").asText("");
      if (toleration.has("tolerationSeconds") && !effect.equals("NoExecute")) {
        String rule = "effect must be 'NoExecute' when `tolerationSeconds` is set";
        causes.add(StatusCause.invalid(path + ".effect", effect, rule));
      }
      checkOperator(path, operator, toleration.path("value").asText(""), causes);
      if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
        String supported = "\"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"";
        causes.add(StatusCause.unsupported(path + ".effect", effect, supported));
      }
    }
  }

  private static void checkOperator(
      String path, String operator, String value, List<StatusCause> causes) {
    if (!OPERATORS.contains(operator)) {
      causes.add(StatusCause.unsupported(path + ".operator", operator, "\"Equal\", \"Exists\""));
    } else if (operator.equals("Exists") && !value.isEmpty()) {
      String rule = "value must be empty when `operator` is 'Exists'";
      causes.add(StatusCause.invalid(path + ".operator", value, rule));
    } else {
      Names.LABEL_VALUE.check(path + ".operator", value, causes);
    }
  }

  static void checkSpread(String field, JsonNode constraints, List<StatusCause> causes) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < constraints.size(); i++) {
      JsonNode constraint = constraints.path(i);
      String path = field + "[" + i + "]";
      if (constraint.path("maxSkew").asInt() <= 0) {
        int skew = constraint.path("maxSkew").asInt();
        causes.add(StatusCause.invalid(path + ".maxSkew", skew, NOT_POSITIVE));
      }
      String key = constraint.path("topologyKey").asText("");
      if (key.isEmpty()) {
        causes.add(StatusCause.required(path + ".topologyKey", "can not be empty"));
      }
      String action = constraint.path("whenUnsatisfiable").asText("");
      if (!UNSATISFIABLE.contains(action)) {
        String supported = "\"DoNotSchedule\", \"ScheduleAnyway\"";
        causes.add(StatusCause.unsupported(path + ".whenUnsatisfiable", action, supported));
      }
      String pair = "{" + key + ", " + action + "}";
      // The server reports the earlier one of the two.
      String earlier = seen.putIfAbsent(pair, path);
      if (earlier != null) {
        causes.add(StatusCause.duplicate(earlier + ".{topologyKey, whenUnsatisfiable}", pair));
      }
      if (constraint.has("minDomains") && constraint.path("minDomains").asInt() <= 0) {
        int domains = constraint.path("minDomains").asInt();
        causes.add(StatusCause.invalid(path + ".minDomains", domains, NOT_POSITIVE));
      }
    }
  }
}
