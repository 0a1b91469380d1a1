// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Cells of HorizontalPodAutoscalers. */
final class AutoscalerCells {
  private AutoscalerCells() {}

  static String reference(JsonNode autoscaler) {
    JsonNode target = autoscaler.at("/spec/scaleTargetRef");
    return target.path("kind").asText() + "/" + target.path("name").asText();
  }

  static String targets(JsonNode autoscaler) {
    List<String> targets = new ArrayList<>();
    JsonNode current = autoscaler.at("/status/currentMetrics");
    int index = 0;
    for (JsonNode metric : autoscaler.at("/spec/metrics")) {
      targets.add(target(metric, current.path(index++)));
    }
    return targets.isEmpty() ? Cells.NONE : String.join(", ", targets);
  }

  private static String target(JsonNode metric, JsonNode current) {
    JsonNode resource = metric.path("resource");
    String name = resource.path("name").asText(metric.path("type").asText());
    JsonNode wanted = resource.path("target");
    JsonNode found = current.at("/resource/current");
    if (wanted.has("averageUtilization")) {
      String used =
          found.has("averageUtilization")
              ? found.path("averageUtilization").asText() + "%"
              : "<unknown>";
      return name + ": " + used + "/" + wanted.path("averageUtilization").asText() + "%";
    }
    String used = found.path("averageValue").asText("<unknown>");
    return name + ": " + used + "/" + wanted.path("averageValue").asText();
  }
}
