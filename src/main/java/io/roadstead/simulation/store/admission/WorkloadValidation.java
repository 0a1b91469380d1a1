// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of Deployments and ReplicaSets. */
final class WorkloadValidation {
  private static final String TEMPLATE = "spec.template.spec";

  private static final Set<String> STRATEGIES = Set.of("Recreate", "RollingUpdate");

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
              "Invalid value: " + is + ": field is immutable"));
    }
  }

  private static void checkSelector(JsonNode spec, List<StatusCause> causes) {
    JsonNode selector = spec.path("selector");
    if (selector.isMissingNode()) {
      causes.add(StatusCause.required("spec.selector", ""));
    } else if (selector.isEmpty()) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.selector",
              "Invalid value: " + selector + ": empty selector is invalid for deployment"));
      return;
    }
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    boolean matches =
        !selector.isMissingNode()
            && selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    if (!matches) {
      String shown = labels.isMissingNode() ? "null" : labels.toString();
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.template.metadata.labels",
              "Invalid value: " + shown + ": `selector` does not match template `labels`"));
    }
  }

  private static void checkStrategy(JsonNode strategy, List<StatusCause> causes) {
    JsonNode rolling = strategy.path("rollingUpdate");
    String type = strategy.path("type").asText("");
    if (!type.isEmpty() && !STRATEGIES.contains(type)) {
      causes.add(
          new StatusCause(
              "FieldValueNotSupported",
              "spec.strategy",
              "Unsupported value: {\"Type\":\"%s\",\"RollingUpdate\":null}: supported values: \"Recreate\", \"RollingUpdate\""
                  .formatted(type)));
    }
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
}
