// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of the behavior of HorizontalPodAutoscalers. */
final class BehaviorValidation {
  private static final int MAX_WINDOW = 3600;
  private static final int MAX_PERIOD = 1800;
  private static final Set<String> SELECTIONS = Set.of("Disabled", "Max", "Min");
  private static final Set<String> TYPES = Set.of("Percent", "Pods");
  private static final String NOT_POSITIVE = "must be greater than zero";

  private BehaviorValidation() {}

  static void check(String field, JsonNode behavior, List<StatusCause> causes) {
    for (String direction : List.of("scaleUp", "scaleDown")) {
      if (behavior.has(direction)) {
        checkRules(field + "." + direction, behavior.path(direction), causes);
      }
    }
  }

  private static void checkRules(String field, JsonNode rules, List<StatusCause> causes) {
    long window = rules.path("stabilizationWindowSeconds").asLong();
    String path = field + ".stabilizationWindowSeconds";
    if (window < 0) {
      causes.add(StatusCause.invalid(path, window, "must be greater than or equal to zero"));
    } else if (window > MAX_WINDOW) {
      causes.add(StatusCause.invalid(path, window, "must be less than or equal to " + MAX_WINDOW));
    }
    String selection = rules.path("selectPolicy").asText("Max");
    if (!SELECTIONS.contains(selection)) {
      String supported = "\"Disabled\", \"Max\", \"Min\"";
      causes.add(StatusCause.unsupported(field + ".selectPolicy", selection, supported));
    }
    JsonNode policies = rules.path("policies");
    if (policies.isEmpty()) {
      causes.add(StatusCause.required(field + ".policies", "must specify at least one Policy"));
    }
    for (int i = 0; i < policies.size(); i++) {
      checkPolicy(field + ".policies[" + i + "]", policies.path(i), causes);
    }
  }

  private static void checkPolicy(String field, JsonNode policy, List<StatusCause> causes) {
    String type = policy.path("type").asText("");
    if (!TYPES.contains(type)) {
      causes.add(StatusCause.unsupported(field + ".type", type, "\"Percent\", \"Pods\""));
    }
    if (policy.path("value").asInt() <= 0) {
      int value = policy.path("value").asInt();
      causes.add(StatusCause.invalid(field + ".value", value, NOT_POSITIVE));
    }
    int period = policy.path("periodSeconds").asInt();
    if (period <= 0) {
      causes.add(StatusCause.invalid(field + ".periodSeconds", period, NOT_POSITIVE));
    } else if (period > MAX_PERIOD) {
      String rule = "must be less than or equal to " + MAX_PERIOD;
      causes.add(StatusCause.invalid(field + ".periodSeconds", period, rule));
    }
  }
}
