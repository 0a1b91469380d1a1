// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

/** The rules of HorizontalPodAutoscalers. */
final class AutoscalerValidation {
  private AutoscalerValidation() {}

  static void check(ObjectNode autoscaler, List<StatusCause> causes) {
    JsonNode spec = autoscaler.path("spec");
    int min = spec.path("minReplicas").asInt(1);
    int max = spec.path("maxReplicas").asInt();
    if (min < 1) {
      causes.add(
          StatusCause.invalid("spec.minReplicas", min, "must be greater than or equal to 1"));
    }
    if (min == 0 && !scalesFromNothing(spec.path("metrics"))) {
      causes.add(
          StatusCause.forbidden(
              "spec.metrics",
              "must specify at least one Object or External metric to support scaling to zero"
                  + " replicas"));
    }
    if (max < 1) {
      causes.add(StatusCause.required("spec.maxReplicas", "must be set and greater than 0"));
    }
    if (max < min) {
      causes.add(
          StatusCause.invalid(
              "spec.maxReplicas", max, "must be greater than or equal to `minReplicas`"));
    }
    for (String field : List.of("kind", "name")) {
      if (spec.path("scaleTargetRef").path(field).asText("").isEmpty()) {
        causes.add(StatusCause.required("spec.scaleTargetRef." + field, ""));
      }
    }
    checkGroup(spec.path("scaleTargetRef").path("apiVersion").asText(""), causes);
    MetricValidation.check("spec.metrics", spec.path("metrics"), causes);
    BehaviorValidation.check("spec.behavior", spec.path("behavior"), causes);
  }

  private static void checkGroup(String version, List<StatusCause> causes) {
    if (version.isEmpty()) {
      String rule = "apiVersion must specify API group";
      causes.add(StatusCause.invalid("spec.scaleTargetRef.apiVersion", version, rule));
    }
  }

  private static boolean scalesFromNothing(JsonNode metrics) {
    for (JsonNode metric : metrics) {
      String type = metric.path("type").asText();
      if (type.equals("Object") || type.equals("External")) {
        return true;
      }
    }
    return false;
  }
}
