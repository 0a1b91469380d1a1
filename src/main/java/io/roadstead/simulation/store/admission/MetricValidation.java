// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the metrics of HorizontalPodAutoscalers. */
final class MetricValidation {
  private static final Map<String, String> SOURCES =
      Map.of(
          "ContainerResource", "containerResource",
          "External", "external",
          "Object", "object",
          "Pods", "pods",
          "Resource", "resource");
  private static final String TYPES =
      "\"ContainerResource\", \"External\", \"Object\", \"Pods\", \"Resource\"";
  private static final Set<String> TARGETS = Set.of("Utilization", "Value", "AverageValue");
  private static final Set<String> RESOURCES = Set.of("Resource", "ContainerResource");

  private MetricValidation() {}

  static void check(String field, JsonNode metrics, List<StatusCause> causes) {
    for (int i = 0; i < metrics.size(); i++) {
      String path = field + "[" + i + "]";
      String type = metrics.path(i).path("type").asText("");
      String source = SOURCES.get(type);
      if (source == null) {
        causes.add(StatusCause.unsupported(path + ".type", type, TYPES));
      } else if (!metrics.path(i).has(source)) {
        String rule = "must populate information for the given metric source";
        causes.add(StatusCause.required(path + "." + source, rule));
      } else {
        checkSource(path + "." + source, type, metrics.path(i).path(source), causes);
      }
    }
  }

  private static void checkSource(
      String path, String type, JsonNode source, List<StatusCause> causes) {
    if (RESOURCES.contains(type)) {
      require(path + ".name", source.path("name"), "must specify a resource name", causes);
    } else {
      String rule = "must specify a metric name";
      require(path + ".metric.name", source.path("metric").path("name"), rule, causes);
    }
    if (type.equals("ContainerResource")) {
      require(path + ".container", source.path("container"), "must specify a container", causes);
    }
    if (type.equals("Object")) {
      JsonNode described = source.path("describedObject");
      require(path + ".describedObject.kind", described.path("kind"), "", causes);
      require(path + ".describedObject.name", described.path("name"), "", causes);
    }
    checkTarget(path + ".target", type, source.path("target"), causes);
  }

  private static void checkTarget(
      String path, String type, JsonNode target, List<StatusCause> causes) {
    String kind = target.path("type").asText("");
    if (kind.isEmpty()) {
      causes.add(StatusCause.required(path + ".type", "must specify a metric target type"));
    } else if (!TARGETS.contains(kind)) {
      String rule = "must be either Utilization, Value, or AverageValue";
      causes.add(StatusCause.invalid(path + ".type", kind, rule));
    }
    for (String field : List.of("value", "averageValue")) {
      Optional<Amount> amount = Amount.parse(target.path(field).asText("1"));
      if (amount.isPresent() && amount.get().number().signum() <= 0) {
        String sent = target.path(field).asText();
        causes.add(StatusCause.invalid(path + "." + field, sent, "must be positive"));
      }
    }
    JsonNode percent = target.path("averageUtilization");
    if (!percent.isMissingNode() && percent.asInt() < 1) {
      causes.add(
          StatusCause.invalid(
              path + ".averageUtilization", percent.asInt(), "must be greater than 0"));
    }
    checkGiven(path, type, target, causes);
  }

  private static void checkGiven(
      String path, String type, JsonNode target, List<StatusCause> causes) {
    boolean average = target.has("averageValue");
    boolean given = average || target.has("averageUtilization");
    switch (type.toLowerCase(Locale.ROOT)) {
      case "resource", "containerresource" -> {
        if (!given) {
          String rule = "must set either a target raw value or a target utilization";
          causes.add(StatusCause.required(path + ".averageUtilization", rule));
        }
      }
      case "pods" -> {
        if (!average) {
          String rule = "must specify a positive target averageValue";
          causes.add(StatusCause.required(path + ".averageValue", rule));
        }
      }
      default -> {
        if (!average && !target.has("value")) {
          String rule = "must set either a target value for metric or a per-pod target";
          causes.add(StatusCause.required(path + ".averageValue", rule));
        }
      }
    }
  }

  private static void require(String path, JsonNode value, String rule, List<StatusCause> causes) {
    if (value.asText("").isEmpty()) {
      causes.add(StatusCause.required(path, rule));
    }
  }
}
