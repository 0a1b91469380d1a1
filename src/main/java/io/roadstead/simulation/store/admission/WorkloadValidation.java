// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The rules of Deployments and ReplicaSets. */
final class WorkloadValidation {
  private static final String TEMPLATE = "spec.template.spec";

  private WorkloadValidation() {}

  static void check(ResourceKind kind, ObjectNode workload, List<StatusCause> causes) {
    Numbers.checkReadable(kind, workload, "spec", "replicas");
    JsonNode spec = workload.path("spec");
    Numbers.checkNotNegative("spec.replicas", spec.path("replicas"), causes);
    checkSelector(spec, causes);
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    Names.checkLabels("spec.template.labels", labels, causes);
    JsonNode podSpec = spec.path("template").path("spec");
    PodValidation.checkSpec(TEMPLATE, podSpec, causes);
    String restart = podSpec.path("restartPolicy").asText("Always");
    if (!restart.equals("Always")) {
      causes.add(StatusCause.unsupported(TEMPLATE + ".restartPolicy", restart, "\"Always\""));
    }
    checkStrategy(spec.path("strategy"), causes);
  }

  static void checkChange(ObjectNode before, ObjectNode after, List<StatusCause> causes) {
    JsonNode was = before.path("spec").path("selector");
    JsonNode is = after.path("spec").path("selector");
    if (!was.equals(is)) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.selector",
              "Invalid value: " + goSelector(is) + ": field is immutable"));
    }
  }

  private static void checkSelector(JsonNode spec, List<StatusCause> causes) {
    JsonNode selector = spec.path("selector");
    if (selector.isMissingNode()) {
      causes.add(StatusCause.required("spec.selector", ""));
      return;
    }
    if (selector.isEmpty()) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.selector",
              "Invalid value: "
                  + goSelector(selector)
                  + ": empty selector is invalid for deployment"));
      return;
    }
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    boolean matches =
        selector.path("matchLabels").properties().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    if (!matches) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.template.metadata.labels",
              "Invalid value: " + goMap(labels) + ": `selector` does not match template `labels`"));
    }
  }

  private static void checkStrategy(JsonNode strategy, List<StatusCause> causes) {
    JsonNode rolling = strategy.path("rollingUpdate");
    if (strategy.path("type").asText().equals("Recreate") && !rolling.isMissingNode()) {
      causes.add(
          StatusCause.forbidden(
              "spec.strategy.rollingUpdate",
              "may not be specified when strategy `type` is 'Recreate'"));
    }
    if (isZero(rolling.path("maxSurge")) && isZero(rolling.path("maxUnavailable"))) {
      causes.add(
          StatusCause.invalid(
              "spec.strategy.rollingUpdate.maxUnavailable",
              rolling.path("maxUnavailable").asInt(),
              "may not be 0 when `maxSurge` is 0"));
    }
  }

  private static boolean isZero(JsonNode value) {
    return !value.isMissingNode() && (value.asText().equals("0") || value.asText().equals("0%"));
  }

  /** Refusals show values as the server's own language prints them. */
  private static String goSelector(JsonNode selector) {
    return "v1.LabelSelector{MatchLabels:"
        + goMap(selector.path("matchLabels"))
        + ", MatchExpressions:[]v1.LabelSelectorRequirement(nil)}";
  }

  private static String goMap(JsonNode map) {
    if (map.isMissingNode()) {
      return "map[string]string(nil)";
    }
    Map<String, String> sorted = new TreeMap<>();
    map.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
    StringJoiner text = new StringJoiner(", ", "map[string]string{", "}");
    sorted.forEach((key, value) -> text.add("\"" + key + "\":\"" + value + "\""));
    return text.toString();
  }
}
