// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Autoscalers of every shape that scale a Deployment. */
final class AutoscalerShape {
  private static final Map<String, String> TYPES =
      Map.of(
          "resource", "Resource",
          "containerResource", "ContainerResource",
          "pods", "Pods",
          "object", "Object",
          "external", "External");

  private AutoscalerShape() {}

  static ObjectNode of(Walk walk, Dice dice, String name, ObjectNode deployment) {
    ObjectNode spec = walk.object("HorizontalPodAutoscalerSpec");
    spec.putObject("scaleTargetRef")
        .put("apiVersion", "apps/v1")
        .put("kind", "Deployment")
        .put("name", deployment.at("/metadata/name").asText());
    String container = deployment.at("/spec/template/spec/containers/0/name").asText();
    Tree.list(spec, "metrics").forEach(metric -> metric(metric, container));
    Selectors.settle(spec, dice);
    Tree.each(spec, "periodSeconds", policy -> policy.put("value", dice.between(1, 100)));
    return ObjectShape.of("autoscaling/v2", "HorizontalPodAutoscaler", name, spec, dice);
  }

  private static void metric(ObjectNode metric, String container) {
    TYPES.forEach(
        (field, type) ->
            Tree.with(
                metric,
                field,
                source -> {
                  metric.put("type", type);
                  if (field.equals("containerResource")) {
                    source.put("container", container);
                  }
                  target(type, (ObjectNode) source.get("target"));
                }));
  }

  private static void target(String type, ObjectNode target) {
    boolean ofPods = type.equals("Resource") || type.equals("ContainerResource");
    if (ofPods && target.has("value")) {
      target.set("averageValue", target.remove("value"));
    }
    if (!ofPods && target.remove("averageUtilization") != null) {
      target.put("averageValue", "10");
    }
    if (type.equals("Pods") && target.has("value")) {
      target.set("averageValue", target.remove("value"));
    }
    target.put(
        "type",
        target.has("averageUtilization")
            ? "Utilization"
            : target.has("averageValue") ? "AverageValue" : "Value");
  }
}
