// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that ordinary and init containers have in common. */
final class ContainerValidation {
  private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");
  private static final Set<String> PULL_POLICIES = Set.of("Always", "IfNotPresent", "Never");
  private static final Set<String> MESSAGES = Set.of("File", "FallbackToLogsOnError");

  private ContainerValidation() {}

  static void check(
      String field, ObjectNode container, Set<String> volumes, List<StatusCause> causes) {
    if (container.path("name").asText("").isEmpty()) {
      causes.add(StatusCause.required(field + ".name", ""));
    } else {
      Names.LABEL.check(field + ".name", container.path("name").asText(), causes);
    }
    if (container.path("image").asText("").isEmpty()) {
      causes.add(StatusCause.required(field + ".image", ""));
    }
    String messages = container.path("terminationMessagePolicy").asText("");
    if (!MESSAGES.contains(messages)) {
      String supported = "\"File\", \"FallbackToLogsOnError\"";
      String path = field + ".terminationMessagePolicy";
      causes.add(StatusCause.unsupported(path, messages, supported));
    }
    checkPorts(field + ".ports", container.path("ports"), causes);
    EnvValidation.check(field + ".env", container.path("env"), causes);
    EnvValidation.checkSources(field + ".envFrom", container.path("envFrom"), causes);
    MountValidation.check(field + ".volumeMounts", container.path("volumeMounts"), volumes, causes);
    String pull = container.path("imagePullPolicy").asText("");
    if (!PULL_POLICIES.contains(pull)) {
      causes.add(
          StatusCause.unsupported(
              field + ".imagePullPolicy", pull, "\"Always\", \"IfNotPresent\", \"Never\""));
    }
    ResourceValidation.check(field + ".resources", container.path("resources"), causes);
    SecurityValidation.checkContainer(
        field + ".securityContext", container.path("securityContext"), causes);
  }

  private static void checkPorts(String field, JsonNode ports, List<StatusCause> causes) {
    Set<String> names = new HashSet<>();
    int index = 0;
    for (JsonNode port : ports) {
      String path = field + "[" + index++ + "]";
      String name = port.path("name").asText("");
      if (!name.isEmpty()) {
        PortNames.check(path + ".name", name, causes);
      }
      if (!name.isEmpty() && !names.add(name)) {
        causes.add(StatusCause.duplicate(path + ".name", name));
      }
      if (port.path("containerPort").asInt() == 0) {
        causes.add(StatusCause.required(path + ".containerPort", ""));
      } else {
        Numbers.checkPort(path + ".containerPort", port.path("containerPort"), causes);
      }
      if (port.path("hostPort").asInt() != 0) {
        Numbers.checkPort(path + ".hostPort", port.path("hostPort"), causes);
      }
      String protocol = port.path("protocol").asText("TCP");
      if (!PROTOCOLS.contains(protocol)) {
        causes.add(
            StatusCause.unsupported(path + ".protocol", protocol, "\"SCTP\", \"TCP\", \"UDP\""));
      }
    }
  }
}
