// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The ports of a Service as one pod serves them; a named target port that the pod lacks is omitted.
 */
final class EndpointPorts {
  private EndpointPorts() {}

  static ArrayNode of(JsonNode service, JsonNode pod) {
    ArrayNode ports = JsonNodeFactory.instance.arrayNode();
    for (JsonNode port : service.path("spec").path("ports")) {
      int number = resolve(port, pod);
      if (number > 0) {
        ObjectNode entry = ports.addObject().put("name", port.path("name").asText());
        entry.put("protocol", port.path("protocol").asText("TCP")).put("port", number);
        if (port.has("appProtocol")) {
          entry.set("appProtocol", port.get("appProtocol"));
        }
      }
    }
    return ports;
  }

  private static int resolve(JsonNode servicePort, JsonNode pod) {
    JsonNode target = servicePort.path("targetPort");
    if (!target.isTextual()) {
      return target.asInt(servicePort.path("port").asInt());
    }
    String protocol = servicePort.path("protocol").asText("TCP");
    for (JsonNode container : pod.path("spec").path("containers")) {
      for (JsonNode port : container.path("ports")) {
        boolean named = port.path("name").asText().equals(target.asText());
        if (named && port.path("protocol").asText("TCP").equals(protocol)) {
          return port.path("containerPort").asInt();
        }
      }
    }
    return 0;
  }
}
