// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Number of pods adjusted to the load. */
final class AutoscalingPart {
  private AutoscalingPart() {}

  static ObjectNode autoscaling(JsonNode autoscaler) {
    JsonNode spec = autoscaler.path("spec");
    ObjectNode autoscaling =
        Tree.of(spec)
            .keep("minReplicas", "maxReplicas")
            .map("behavior", "behavior", AutoscalingPart::behavior)
            .done();
    ArrayNode others = Tree.MAPPER.createArrayNode();
    for (JsonNode metric : spec.path("metrics")) {
      String name = metric.at("/resource/name").asText();
      JsonNode percent = metric.at("/resource/target/averageUtilization");
      if (name.equals("cpu") && !percent.isMissingNode()) {
        autoscaling.set("targetCpuPercent", percent);
      } else if (name.equals("memory") && !percent.isMissingNode()) {
        autoscaling.set("targetMemoryPercent", percent);
      } else {
        others.add(metric(metric));
      }
    }
    if (!others.isEmpty()) {
      autoscaling.set("metrics", others);
    }
    return autoscaling;
  }

  private static ObjectNode metric(JsonNode metric) {
    return Tree.of(metric)
        .map("resource", "resource", AutoscalingPart::ofResource)
        .map("containerResource", "container", AutoscalingPart::ofResource)
        .map("pods", "pods", AutoscalingPart::ofMetric)
        .map("external", "external", AutoscalingPart::ofMetric)
        .map("object", "object", AutoscalingPart::ofObject)
        .done();
  }

  private static ObjectNode ofResource(JsonNode source) {
    return Tree.of(source)
        .keep("name", "container")
        .map("target", "target", AutoscalingPart::target)
        .done();
  }

  private static ObjectNode ofMetric(JsonNode source) {
    ObjectNode metric = Tree.of(source).map("target", "target", AutoscalingPart::target).done();
    metric.set("name", source.at("/metric/name"));
    metric.setAll(PlacementPart.selector(source.at("/metric/selector")));
    return metric;
  }

  private static ObjectNode ofObject(JsonNode source) {
    ObjectNode metric = ofMetric(source);
    ObjectNode described =
        Tree.of(source.path("describedObject"))
            .keep("apiVersion", "kind")
            .copy("name", "object")
            .done();
    metric.setAll(described);
    return metric;
  }

  private static ObjectNode target(JsonNode target) {
    return Tree.of(target)
        .copy("averageUtilization", "percent")
        .text("averageValue", "averageValue")
        .text("value", "value")
        .done();
  }

  private static ObjectNode behavior(JsonNode behavior) {
    return Tree.of(behavior)
        .map("scaleUp", "up", AutoscalingPart::rules)
        .map("scaleDown", "down", AutoscalingPart::rules)
        .done();
  }

  private static ObjectNode rules(JsonNode rules) {
    return Tree.of(rules)
        .copy("stabilizationWindowSeconds", "stabilizationSeconds")
        .constant("selectPolicy", "select")
        .text("tolerance", "tolerance")
        .each(
            "policies",
            "policies",
            policy ->
                Tree.of(policy).constant("type", "type").keep("value", "periodSeconds").done())
        .done();
  }
}
