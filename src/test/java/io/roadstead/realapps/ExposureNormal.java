// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The specs of Services and autoscalers without names and what the cluster chooses. */
final class ExposureNormal {
  private ExposureNormal() {}

  static ObjectNode spec(JsonNode raw, JsonNode service) {
    ObjectNode spec = service.path("spec").deepCopy();
    spec.remove(List.of("selector", "healthCheckNodePort"));
    if (!spec.path("clusterIP").asText().equals("None")) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    }
    for (int i = 0; i < spec.path("ports").size(); i++) {
      if (!raw.at("/spec/ports").path(i).has("nodePort")) {
        ((ObjectNode) spec.path("ports").path(i)).remove("nodePort");
      }
    }
    return spec;
  }

  /** The metrics are a set. */
  static ObjectNode autoscaler(JsonNode autoscaler) {
    ObjectNode spec = autoscaler.path("spec").deepCopy();
    spec.remove("scaleTargetRef");
    if (spec.path("metrics") instanceof ArrayNode metrics) {
      List<JsonNode> elements = new ArrayList<>();
      metrics.forEach(elements::add);
      elements.sort(Comparator.comparing(JsonNode::toString));
      metrics.removeAll().addAll(elements);
    }
    return spec;
  }
}
