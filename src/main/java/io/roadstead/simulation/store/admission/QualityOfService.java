// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The quality of service class of a pod, from its requests and limits. */
final class QualityOfService {
  private static final List<String> COUNTED = List.of("cpu", "memory");

  private QualityOfService() {}

  static String of(JsonNode podSpec) {
    List<ObjectNode> containers = Containers.all(podSpec);
    if (containers.stream().allMatch(c -> asksNothing(c.path("resources")))) {
      return "BestEffort";
    }
    boolean guaranteed = containers.stream().allMatch(c -> isFixed(c.path("resources")));
    return guaranteed ? "Guaranteed" : "Burstable";
  }

  private static boolean asksNothing(JsonNode resources) {
    return COUNTED.stream()
        .noneMatch(
            name -> resources.at("/limits").has(name) || resources.at("/requests").has(name));
  }

  private static boolean isFixed(JsonNode resources) {
    return COUNTED.stream()
        .allMatch(
            name ->
                resources.at("/limits").has(name)
                    && resources
                        .at("/limits")
                        .get(name)
                        .equals(resources.at("/requests").get(name)));
  }
}
