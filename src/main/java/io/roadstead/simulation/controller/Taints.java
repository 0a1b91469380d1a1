// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;

/** Matches a node's taints against a pod's tolerations. */
final class Taints {
  static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  private Taints() {}

  /** Whether no taint of the node prevents the pod from being scheduled there. */
  static boolean tolerated(JsonNode pod, JsonNode node) {
    for (JsonNode taint : node.path("spec").path("taints")) {
      String effect = taint.path("effect").asText();
      boolean keepsAway = effect.equals("NoSchedule") || effect.equals("NoExecute");
      String key = taint.path("key").asText();
      if (keepsAway && !tolerates(pod, key, taint.path("value").asText(), effect)) {
        return false;
      }
    }
    return true;
  }

  static boolean tolerates(JsonNode pod, String key, String value, String effect) {
    for (JsonNode toleration : pod.path("spec").path("tolerations")) {
      if (matches(toleration, key, value, effect)) {
        return true;
      }
    }
    return false;
  }

  static boolean matches(JsonNode toleration, String key, String value, String effect) {
    String wantedEffect = toleration.path("effect").asText();
    String wantedKey = toleration.path("key").asText();
    if (!wantedEffect.isEmpty() && !wantedEffect.equals(effect)) {
      return false;
    }
    if (toleration.path("operator").asText("Equal").equals("Exists")) {
      return wantedKey.isEmpty() || wantedKey.equals(key);
    }
    return wantedKey.equals(key) && toleration.path("value").asText().equals(value);
  }
}
