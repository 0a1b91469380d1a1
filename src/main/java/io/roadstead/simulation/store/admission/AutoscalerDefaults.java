// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defaults of HorizontalPodAutoscalers. */
final class AutoscalerDefaults {
  private static final int CPU_PERCENT = 80;
  private static final int PERIOD_SECONDS = 15;
  private static final int PODS = 4;
  private static final int PERCENT = 100;

  private AutoscalerDefaults() {}

  static void autoscaler(ObjectNode autoscaler) {
    ObjectNode spec = autoscaler.withObject("/spec");
    Defaults.put(spec, "minReplicas", 1);
    if (spec.path("metrics").isEmpty()) {
      ObjectNode cpu = spec.putArray("metrics").addObject().put("type", "Resource");
      cpu.putObject("resource")
          .put("name", "cpu")
          .putObject("target")
          .put("type", "Utilization")
          .put("averageUtilization", CPU_PERCENT);
    }
    Containers.objectAt(spec.path("behavior")).ifPresent(AutoscalerDefaults::behavior);
  }

  /** Once there is a behavior, both directions are complete. */
  private static void behavior(ObjectNode behavior) {
    ArrayNode up = JsonNodeFactory.instance.arrayNode();
    addPolicy(up, "Pods", PODS);
    addPolicy(up, "Percent", PERCENT);
    ObjectNode scaleUp = behavior.withObject("/scaleUp");
    Defaults.put(scaleUp, "stabilizationWindowSeconds", 0);
    rules(scaleUp, up);
    ArrayNode down = JsonNodeFactory.instance.arrayNode();
    addPolicy(down, "Percent", PERCENT);
    rules(behavior.withObject("/scaleDown"), down);
  }

  private static void rules(ObjectNode rules, ArrayNode policies) {
    Defaults.put(rules, "selectPolicy", "Max");
    if (!rules.has("policies")) {
      rules.set("policies", policies);
    }
  }

  private static void addPolicy(ArrayNode policies, String type, int value) {
    policies.addObject().put("type", type).put("value", value).put("periodSeconds", PERIOD_SECONDS);
  }
}
