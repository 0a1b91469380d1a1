// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

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
    if (podSpec.has("activeDeadlineSeconds")) {
      String rule = "activeDeadlineSeconds in ReplicaSet is not Supported";
      causes.add(StatusCause.forbidden(TEMPLATE + ".activeDeadlineSeconds", rule));
    }
    if (kind.equals(ResourceKinds.DEPLOYMENT)) {
      StrategyValidation.check(spec.path("strategy"), causes);
      checkNumbers(spec, causes);
    }
  }

  private static void checkNumbers(JsonNode spec, List<StatusCause> causes) {
    for (String field : List.of("minReadySeconds", "revisionHistoryLimit")) {
      Numbers.checkNotNegative("spec." + field, spec.path(field), causes);
    }
    JsonNode deadline = spec.path("progressDeadlineSeconds");
    String path = "spec.progressDeadlineSeconds";
    Numbers.checkNotNegative(path, deadline, causes);
    if (!deadline.isMissingNode() && deadline.asLong() <= spec.path("minReadySeconds").asLong()) {
      String rule = "must be greater than minReadySeconds";
      causes.add(StatusCause.invalid(path, deadline.asLong(), rule));
    }
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
    int before = causes.size();
    SelectorValidation.check("spec.selector", selector, causes);
    if (causes.size() > before) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.selector",
              "Invalid value: " + selector + ": invalid label selector"));
      return;
    }
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    boolean matches =
        !selector.isMissingNode() && LabelSelector.of(selector).selects(spec.path("template"));
    if (!matches) {
      String shown = labels.isMissingNode() ? "null" : labels.toString();
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.template.metadata.labels",
              "Invalid value: " + shown + ": `selector` does not match template `labels`"));
    }
  }
}
