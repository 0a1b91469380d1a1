// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The arithmetic of one rolling update: how far the new ReplicaSet may grow and the old ones may
 * shrink.
 *
 * @param maxSurge pods allowed above the desired number
 * @param maxUnavailable pods allowed to be missing below it
 */
record RollingUpdate(int replicas, int maxSurge, int maxUnavailable) {

  /** Reads a Deployment; percentages become pods, surge rounded up and unavailability down. */
  static RollingUpdate of(JsonNode deployment) {
    JsonNode spec = deployment.path("spec");
    int replicas = spec.path("replicas").asInt(1);
    if (!spec.path("strategy").path("type").asText("RollingUpdate").equals("RollingUpdate")) {
      return new RollingUpdate(replicas, 0, 0);
    }
    JsonNode rolling = spec.path("strategy").path("rollingUpdate");
    int surge = pods(rolling.path("maxSurge"), replicas, true);
    int unavailable = pods(rolling.path("maxUnavailable"), replicas, false);
    if (surge == 0 && unavailable == 0) {
      unavailable = 1; // rounding must not stop the rollout forever
    }
    return new RollingUpdate(replicas, surge, Math.min(unavailable, replicas));
  }

  private static int pods(JsonNode amount, int replicas, boolean roundUp) {
    String text = amount.asText("25%");
    if (!text.endsWith("%")) {
      return amount.asInt();
    }
    int percent = Integer.parseInt(text.substring(0, text.length() - 1));
    return (percent * replicas + (roundUp ? 99 : 0)) / 100;
  }

  int minAvailable() {
    return replicas - maxUnavailable;
  }

  /**
   * The size that the new ReplicaSet may have now, given its current size and the total number of
   * pods.
   */
  int newSize(int presentNewSize, int presentTotal) {
    if (presentNewSize >= replicas) {
      return replicas;
    }
    int room = replicas + maxSurge - presentTotal;
    return room <= 0 ? presentNewSize : presentNewSize + Math.min(room, replicas - presentNewSize);
  }
}
