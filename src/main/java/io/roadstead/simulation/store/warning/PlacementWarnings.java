// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The warnings about the choice of nodes: old labels, and selectors that match nothing. */
final class PlacementWarnings {
  private static final String NULL_SELECTOR = ": a null labelSelector results in matching no pod";
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private static final Map<String, String> OLD_LABELS =
      Map.of(
          "beta.kubernetes.io/arch",
          "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
          "beta.kubernetes.io/os",
          "deprecated since v1.14; use \"kubernetes.io/os\" instead",
          "failure-domain.beta.kubernetes.io/region",
          "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
          "failure-domain.beta.kubernetes.io/zone",
          "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
          "beta.kubernetes.io/instance-type",
          "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
          "app.kubernetes.io/created-by",
          "deprecated since v1.9",
          "scheduler.alpha.kubernetes.io/preferAvoidPods",
          "deprecated since v1.22; use Taints and Tolerations instead",
          "node-role.kubernetes.io/master",
          "use \"node-role.kubernetes.io/control-plane\" instead");

  private PlacementWarnings() {}

  static void checkNodes(String field, JsonNode spec, List<String> warnings) {
    for (Map.Entry<String, JsonNode> label : spec.path("nodeSelector").properties()) {
      String old = OLD_LABELS.get(label.getKey());
      if (old != null) {
        warnings.add(field + "nodeSelector[" + label.getKey() + "]: " + old);
      }
    }
    JsonNode affinity = spec.path("affinity").path("nodeAffinity");
    String path = field + "affinity.nodeAffinity.";
    JsonNode terms = affinity.path(REQUIRED).path("nodeSelectorTerms");
    for (int i = 0; i < terms.size(); i++) {
      String term = path + REQUIRED + ".nodeSelectorTerms[" + i + "]";
      checkTerm(term, terms.path(i), warnings);
    }
    JsonNode preferred = affinity.path(PREFERRED);
    for (int i = 0; i < preferred.size(); i++) {
      String term = path + PREFERRED + "[" + i + "].preference";
      checkTerm(term, preferred.path(i).path("preference"), warnings);
    }
    checkSpread(field + "topologySpreadConstraints", spec, warnings);
  }

  static void checkPods(String field, JsonNode spec, List<String> warnings) {
    for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
      JsonNode rules = spec.path("affinity").path(affinity);
      String path = field + "affinity." + affinity + ".";
      for (int i = 0; i < rules.path(REQUIRED).size(); i++) {
        String term = path + REQUIRED + "[" + i + "]";
        checkSelector(term, rules.path(REQUIRED).path(i), warnings);
      }
      for (int i = 0; i < rules.path(PREFERRED).size(); i++) {
        String term = path + PREFERRED + "[" + i + "].podAffinityTerm";
        checkSelector(term, rules.path(PREFERRED).path(i).path("podAffinityTerm"), warnings);
      }
    }
  }

  private static void checkTerm(String field, JsonNode term, List<String> warnings) {
    JsonNode expressions = term.path("matchExpressions");
    for (int i = 0; i < expressions.size(); i++) {
      String key = expressions.path(i).path("key").asText();
      checkKey(field + ".matchExpressions[" + i + "].key", key, warnings);
    }
  }

  private static void checkSpread(String field, JsonNode spec, List<String> warnings) {
    JsonNode constraints = spec.path("topologySpreadConstraints");
    for (int i = 0; i < constraints.size(); i++) {
      String path = field + "[" + i + "]";
      checkKey(path + ".topologyKey", constraints.path(i).path("topologyKey").asText(), warnings);
      checkSelector(path, constraints.path(i), warnings);
    }
  }

  private static void checkKey(String field, String key, List<String> warnings) {
    String old = OLD_LABELS.get(key);
    if (old != null) {
      warnings.add(field + ": " + key + " is " + old);
    }
  }

  private static void checkSelector(String field, JsonNode term, List<String> warnings) {
    if (!term.has("labelSelector")) {
      warnings.add(field + ".labelSelector" + NULL_SELECTOR);
    }
  }
}
