// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of node and pod affinity. */
final class AffinityValidation {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final Set<String> COMPARISONS = Set.of("Gt", "Lt");
  private static final int MAX_WEIGHT = 100;

  private AffinityValidation() {}

  static void check(String field, JsonNode affinity, List<StatusCause> causes) {
    checkNodes(field + ".nodeAffinity.", affinity.path("nodeAffinity"), causes);
    for (String pods : List.of("podAffinity", "podAntiAffinity")) {
      checkPods(field + "." + pods + ".", affinity.path(pods), causes);
    }
  }

  private static void checkNodes(String field, JsonNode affinity, List<StatusCause> causes) {
    JsonNode required = affinity.path(REQUIRED);
    JsonNode terms = required.path("nodeSelectorTerms");
    String path = field + REQUIRED + ".nodeSelectorTerms";
    if (!required.isMissingNode() && terms.isEmpty()) {
      causes.add(StatusCause.required(path, "must have at least one node selector term"));
    }
    for (int i = 0; i < terms.size(); i++) {
      checkTerm(path + "[" + i + "]", terms.path(i), causes);
    }
    JsonNode preferred = affinity.path(PREFERRED);
    for (int i = 0; i < preferred.size(); i++) {
      String term = field + PREFERRED + "[" + i + "]";
      checkWeight(term, preferred.path(i), causes);
      checkTerm(term + ".preference", preferred.path(i).path("preference"), causes);
    }
  }

  private static void checkTerm(String field, JsonNode term, List<StatusCause> causes) {
    JsonNode expressions = term.path("matchExpressions");
    for (int i = 0; i < expressions.size(); i++) {
      JsonNode expression = expressions.path(i);
      String path = field + ".matchExpressions[" + i + "]";
      String operator = expression.path("operator").asText("");
      if (COMPARISONS.contains(operator)) {
        if (expression.path("values").size() != 1) {
          String rule = "must be specified single value when `operator` is 'Lt' or 'Gt'";
          causes.add(StatusCause.required(path + ".values", rule));
        }
      } else {
        SelectorValidation.checkValues(path, expression, "not a valid selector operator", causes);
      }
      Names.checkQualified(path + ".key", expression.path("key").asText(""), causes);
    }
  }

  private static void checkPods(String field, JsonNode affinity, List<StatusCause> causes) {
    JsonNode required = affinity.path(REQUIRED);
    for (int i = 0; i < required.size(); i++) {
      checkPodTerm(field + REQUIRED + "[" + i + "]", required.path(i), causes);
    }
    JsonNode preferred = affinity.path(PREFERRED);
    for (int i = 0; i < preferred.size(); i++) {
      String path = field + PREFERRED + "[" + i + "]";
      checkWeight(path, preferred.path(i), causes);
      checkPodTerm(path + ".podAffinityTerm", preferred.path(i).path("podAffinityTerm"), causes);
    }
  }

  private static void checkPodTerm(String field, JsonNode term, List<StatusCause> causes) {
    SelectorValidation.check(field + ".labelSelector", term.path("labelSelector"), causes);
    String key = term.path("topologyKey").asText("");
    if (key.isEmpty()) {
      causes.add(StatusCause.required(field + ".topologyKey", "can not be empty"));
    }
    Names.checkQualified(field + ".topologyKey", key, causes);
  }

  private static void checkWeight(String field, JsonNode term, List<StatusCause> causes) {
    int weight = term.path("weight").asInt();
    if (weight <= 0 || weight > MAX_WEIGHT) {
      causes.add(StatusCause.invalid(field + ".weight", weight, "must be in the range 1-100"));
    }
  }
}
