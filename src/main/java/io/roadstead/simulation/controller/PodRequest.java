// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;

/** What a pod requests from a node: CPU in thousandths, memory in bytes, and one pod slot. */
record PodRequest(long cpuMillis, long memoryBytes, long pods) {
  static final PodRequest NONE = new PodRequest(0, 0, 0);

  /** The sum of the containers, or the largest init container if that is more. */
  static PodRequest of(JsonNode pod) {
    long cpu = 0;
    long memory = 0;
    for (JsonNode container : pod.path("spec").path("containers")) {
      cpu += Quantities.millis(requests(container).path("cpu"));
      memory += Quantities.units(requests(container).path("memory"));
    }
    for (JsonNode container : pod.path("spec").path("initContainers")) {
      if (container.path("restartPolicy").asText().equals("Always")) {
        cpu += Quantities.millis(requests(container).path("cpu"));
        memory += Quantities.units(requests(container).path("memory"));
        continue;
      }
      cpu = Math.max(cpu, Quantities.millis(requests(container).path("cpu")));
      memory = Math.max(memory, Quantities.units(requests(container).path("memory")));
    }
    return new PodRequest(cpu, memory, 1);
  }

  static PodRequest allocatable(JsonNode node) {
    JsonNode allocatable = node.path("status").path("allocatable");
    return new PodRequest(
        Quantities.millis(allocatable.path("cpu")),
        Quantities.units(allocatable.path("memory")),
        Quantities.units(allocatable.path("pods")));
  }

  PodRequest plus(PodRequest other) {
    return new PodRequest(
        cpuMillis + other.cpuMillis, memoryBytes + other.memoryBytes, pods + other.pods);
  }

  PodRequest minus(PodRequest other) {
    return new PodRequest(
        cpuMillis - other.cpuMillis, memoryBytes - other.memoryBytes, pods - other.pods);
  }

  private static JsonNode requests(JsonNode container) {
    JsonNode resources = container.path("resources");
    return resources.has("requests") ? resources.path("requests") : resources.path("limits");
  }
}
