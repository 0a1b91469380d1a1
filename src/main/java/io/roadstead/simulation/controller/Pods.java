// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Queries about pods, for controllers. */
final class Pods {
  private Pods() {}

  static String node(JsonNode pod) {
    return pod.path("spec").path("nodeName").asText();
  }

  static String phase(JsonNode pod) {
    return pod.path("status").path("phase").asText();
  }

  /** Whether the pod has ended by itself and will not run again. */
  static boolean finished(JsonNode pod) {
    return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
  }

  /** Whether the pod counts towards its owner's replicas. */
  static boolean active(JsonNode pod) {
    return !finished(pod) && !Meta.deleting(pod);
  }

  static boolean ready(JsonNode pod) {
    return Conditions.isTrue(pod.path("status"), "Ready");
  }

  /** When the pod last became ready or not ready; empty when it never was ready. */
  static String readySince(JsonNode pod) {
    return Conditions.find(pod.path("status"), "Ready").path("lastTransitionTime").asText();
  }

  /** Whether the pod has been ready for the given time. */
  static boolean available(JsonNode pod, int minReadySeconds, Timestamps timestamps) {
    if (!ready(pod)) {
      return false;
    }
    Duration needed = Duration.ofSeconds(minReadySeconds);
    return minReadySeconds == 0 || timestamps.since(readySince(pod)).compareTo(needed) >= 0;
  }

  static int restarts(JsonNode pod) {
    int most = 0;
    for (JsonNode container : pod.path("status").path("containerStatuses")) {
      most = Math.max(most, container.path("restartCount").asInt());
    }
    return most;
  }
}
