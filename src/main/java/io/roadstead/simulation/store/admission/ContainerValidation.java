// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of containers. */
final class ContainerValidation {
  private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

  private static final Set<String> PULL_POLICIES = Set.of("Always", "IfNotPresent", "Never");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private ContainerValidation() {}

  static void check(
      String field, ObjectNode container, Set<String> volumes, List<StatusCause> causes) {
    if (container.path("name").asText("").isEmpty()) {
      causes.add(StatusCause.required(field + ".name", ""));
    } else {
      Names.LABEL.check(field + ".name", container.path("name").asText(), causes);
    }
    if (container.path("image").asText("").isBlank()) {
      causes.add(StatusCause.required(field + ".image", ""));
    }
    checkPorts(field + ".ports", container.path("ports"), causes);
    checkEnv(field + ".env", container.path("env"), causes);
    for (String probe : PROBES) {
      Containers.objectAt(container.path(probe))
          .ifPresent(found -> ProbeValidation.check(field + "." + probe, found, causes));
    }
    String pull = container.path("imagePullPolicy").asText("");
    if (!PULL_POLICIES.contains(pull)) {
      causes.add(
          StatusCause.unsupported(
              field + ".imagePullPolicy", pull, "\"Always\", \"IfNotPresent\", \"Never\""));
    }
    checkResources(field + ".resources", container.path("resources"), causes);
    int index = 0;
    for (JsonNode mount : container.path("volumeMounts")) {
      String name = mount.path("name").asText();
      String path = field + ".volumeMounts[" + index++ + "].name";
      if (!volumes.contains(name)) {
        causes.add(new StatusCause("FieldValueNotFound", path, "Not found: \"" + name + "\""));
      }
    }
  }

  private static void checkPorts(String field, JsonNode ports, List<StatusCause> causes) {
    Set<String> names = new HashSet<>();
    int index = 0;
    for (JsonNode port : ports) {
      String path = field + "[" + index++ + "]";
      if (port.path("containerPort").asInt() == 0) {
        causes.add(StatusCause.required(path + ".containerPort", ""));
      } else {
        Numbers.checkPort(path + ".containerPort", port.path("containerPort"), causes);
      }
      String name = port.path("name").asText("");
      if (!name.isEmpty()) {
        PortNames.check(path + ".name", name, causes);
      }
      if (!name.isEmpty() && !names.add(name)) {
        causes.add(StatusCause.duplicate(path + ".name", name));
      }
      String protocol = port.path("protocol").asText("TCP");
      if (!PROTOCOLS.contains(protocol)) {
        causes.add(
            StatusCause.unsupported(path + ".protocol", protocol, "\"SCTP\", \"TCP\", \"UDP\""));
      }
    }
  }

  private static void checkEnv(String field, JsonNode env, List<StatusCause> causes) {
    int index = 0;
    for (JsonNode variable : env) {
      String path = field + "[" + index++ + "]";
      String name = variable.path("name").asText("");
      if (name.isEmpty()) {
        causes.add(StatusCause.required(path + ".name", ""));
      } else {
        Names.ENV.check(path + ".name", name, causes);
      }
      if (variable.has("valueFrom") && !variable.path("value").asText("").isEmpty()) {
        causes.add(
            StatusCause.invalid(
                path + ".valueFrom", "", "may not be specified when `value` is not empty"));
      } else if (variable.has("valueFrom") && variable.path("valueFrom").isEmpty()) {
        causes.add(
            StatusCause.invalid(
                path + ".valueFrom",
                "",
                "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`,"
                    + " `secretKeyRef` or `fileKeyRef`"));
      }
    }
  }

  private static void checkResources(String field, JsonNode resources, List<StatusCause> causes) {
    for (String list : List.of("limits", "requests")) {
      for (Map.Entry<String, JsonNode> entry : resources.path(list).properties()) {
        Optional<Amount> amount = Amount.parse(entry.getValue().asText());
        if (amount.isPresent() && amount.get().isNegative()) {
          String path = field + "." + list + "[" + entry.getKey() + "]";
          causes.add(
              StatusCause.invalid(
                  path, entry.getValue().asText(), "must be greater than or equal to 0"));
        }
      }
    }
    for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
      JsonNode limit = resources.path("limits").path(request.getKey());
      Optional<Amount> max = Amount.parse(limit.asText(""));
      Optional<Amount> asked = Amount.parse(request.getValue().asText());
      if (max.isPresent() && asked.isPresent() && asked.get().isMoreThan(max.get())) {
        causes.add(
            StatusCause.invalid(
                field + ".requests",
                request.getValue().asText(),
                "must be less than or equal to "
                    + request.getKey()
                    + " limit of "
                    + limit.asText()));
      }
    }
  }
}
