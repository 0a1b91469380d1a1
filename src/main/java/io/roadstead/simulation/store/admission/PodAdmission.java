// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields that the admission plugins of an ordinary cluster add to a new pod, without an owner.
 */
final class PodAdmission {
  private static final int EVICTION_AFTER_SECONDS = 300;

  private PodAdmission() {}

  static void admit(ObjectNode pod) {
    ObjectNode spec = pod.withObject("/spec");
    Defaults.put(spec, "serviceAccountName", "default");
    Defaults.put(spec, "serviceAccount", spec.path("serviceAccountName").asText());
    Defaults.put(spec, "priority", 0);
    Defaults.put(spec, "preemptionPolicy", "PreemptLowerPriority");
    tolerate(spec, "node.kubernetes.io/not-ready");
    tolerate(spec, "node.kubernetes.io/unreachable");
  }

  private static void tolerate(ObjectNode spec, String taint) {
    ArrayNode tolerations = spec.withArray("tolerations");
    for (JsonNode toleration : tolerations) {
      String key = toleration.path("key").asText("");
      if (key.equals(taint) || key.isEmpty()) {
        return;
      }
    }
    tolerations
        .addObject()
        .put("effect", "NoExecute")
        .put("key", taint)
        .put("operator", "Exists")
        .put("tolerationSeconds", EVICTION_AFTER_SECONDS);
  }
}
