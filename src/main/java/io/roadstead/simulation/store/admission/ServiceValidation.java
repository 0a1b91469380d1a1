// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of Services. */
final class ServiceValidation {
  private static final Set<String> TYPES =
      Set.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final String TYPE_NAMES =
      "\"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"";

  private static final Set<String> PROTOCOLS = Set.of("SCTP", "TCP", "UDP");

  private static final int MAX_NAME = 63;

  private ServiceValidation() {}

  static void check(ObjectNode service, ServiceAllocation allocation, List<StatusCause> causes) {
    JsonNode spec = service.path("spec");
    String type = ServiceDefaults.type(spec);
    if (!TYPES.contains(type)) {
      causes.add(StatusCause.unsupported("spec.type", type, TYPE_NAMES));
    }
    boolean headless = spec.path("clusterIP").asText().equals("None");
    if (spec.path("ports").isEmpty() && !headless && !type.equals("ExternalName")) {
      causes.add(StatusCause.required("spec.ports", ""));
    }
    Set<Integer> taken = allocation.nodePortsOfOthers(service);
    Seen seen = new Seen(new HashSet<>(), new HashSet<>());
    boolean several = spec.path("ports").size() > 1;
    int index = 0;
    for (JsonNode port : spec.path("ports")) {
      String path = "spec.ports[" + index++ + "]";
      checkPort(path, port, several, seen, causes);
      checkNodePort(path + ".nodePort", port, spec, taken, seen, causes);
    }
    checkDuplicates(spec.path("ports"), causes);
    Names.checkLabels("spec.selector", spec.path("selector"), causes);
    ServiceTypeValidation.check(spec, causes);
  }

  static void checkChange(ObjectNode before, ObjectNode after, List<StatusCause> causes) {
    JsonNode was = before.path("spec");
    JsonNode is = after.path("spec");
    boolean addressed =
        !ServiceDefaults.type(was).equals("ExternalName")
            && !ServiceDefaults.type(is).equals("ExternalName");
    if (addressed && !was.path("clusterIP").equals(is.path("clusterIP"))) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              "spec.clusterIPs[0]",
              "Invalid value: [\""
                  + is.path("clusterIP").asText()
                  + "\"]: may not change once set"));
    }
  }

  private static void checkPort(
      String path, JsonNode port, boolean several, Seen seen, List<StatusCause> causes) {
    String name = port.path("name").asText("");
    if (name.isEmpty() && several) {
      causes.add(StatusCause.required(path + ".name", ""));
    } else if (!name.isEmpty()) {
      checkName(path + ".name", name, causes);
    }
    String appProtocol = port.path("appProtocol").asText("");
    if (!appProtocol.isEmpty()) {
      Names.checkQualified(path + ".appProtocol", appProtocol, causes);
    }
    if (!name.isEmpty() && !seen.names.add(name)) {
      causes.add(StatusCause.duplicate(path + ".name", name));
    }
    Numbers.checkPort(path + ".port", port.path("port"), causes);
    String protocol = port.path("protocol").asText("TCP");
    if (!PROTOCOLS.contains(protocol)) {
      causes.add(
          StatusCause.unsupported(path + ".protocol", protocol, "\"SCTP\", \"TCP\", \"UDP\""));
    }
    JsonNode target = port.path("targetPort");
    if (target.isTextual()) {
      PortNames.check(path + ".targetPort", target.asText(), causes);
    } else if (!target.isMissingNode()) {
      Numbers.checkPort(path + ".targetPort", target, causes);
    }
  }

  /** The server counts characters here, and bytes elsewhere. */
  private static void checkName(String field, String name, List<StatusCause> causes) {
    if (name.length() > MAX_NAME) {
      String rule = "must be no more than " + MAX_NAME + " characters";
      causes.add(StatusCause.invalid(field, name, rule));
    } else {
      Names.LABEL.check(field, name, causes);
    }
  }

  private static void checkDuplicates(JsonNode ports, List<StatusCause> causes) {
    Set<String> seen = new HashSet<>();
    int index = 0;
    for (JsonNode port : ports) {
      String protocol = port.path("protocol").asText("TCP");
      String path = "spec.ports[" + index++ + "]";
      if (!seen.add(protocol + "/" + port.path("port").asText())) {
        String shown =
            "{\"Name\":\"\",\"Protocol\":\"%s\",\"AppProtocol\":null,\"Port\":%d,\"TargetPort\":0,\"NodePort\":0}"
                .formatted(protocol, port.path("port").asInt());
        causes.add(new StatusCause("FieldValueDuplicate", path, "Duplicate value: " + shown));
      }
    }
  }

  private static void checkNodePort(
      String path,
      JsonNode port,
      JsonNode spec,
      Set<Integer> taken,
      Seen seen,
      List<StatusCause> causes) {
    int nodePort = port.path("nodePort").asInt();
    if (nodePort == 0) {
      return;
    }
    if (!ServiceDefaults.hasNodePorts(spec)) {
      causes.add(StatusCause.forbidden(path, "may not be used when `type` is 'ClusterIP'"));
    } else if (nodePort < ServiceAllocation.FIRST_NODE_PORT
        || nodePort > ServiceAllocation.LAST_NODE_PORT) {
      causes.add(
          StatusCause.invalid(
              path,
              nodePort,
              "provided port is not in the valid range. The range of valid ports is 30000-32767"));
    } else if (taken.contains(nodePort)
        || !seen.nodePorts.add(port.path("protocol").asText("TCP") + nodePort)) {
      causes.add(StatusCause.invalid(path, nodePort, "provided port is already allocated"));
    }
  }

  private record Seen(Set<String> names, Set<String> nodePorts) {}
}
