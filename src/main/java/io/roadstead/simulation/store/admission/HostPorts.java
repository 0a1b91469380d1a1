// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of ports that containers open on their node. */
final class HostPorts {
  private final Set<String> taken = new HashSet<>();

  /** No two containers that run together may open the same port. */
  void checkConflicts(String field, ObjectNode container, List<StatusCause> causes) {
    JsonNode ports = container.path("ports");
    for (int i = 0; i < ports.size(); i++) {
      JsonNode port = ports.path(i);
      if (port.path("hostPort").asInt() == 0) {
        continue;
      }
      String key =
          "%s/%s/%d"
              .formatted(
                  port.path("protocol").asText("TCP"),
                  port.path("hostIP").asText(""),
                  port.path("hostPort").asInt());
      if (!taken.add(key)) {
        causes.add(StatusCause.duplicate(field + ".ports[" + i + "].hostPort", key));
      }
    }
  }

  /** On the node's own network, a container can't have another port than the node. */
  static void checkNetwork(String field, JsonNode spec, List<StatusCause> causes) {
    if (!spec.path("hostNetwork").asBoolean()) {
      return;
    }
    JsonNode containers = spec.path("containers");
    for (int i = 0; i < containers.size(); i++) {
      JsonNode ports = containers.path(i).path("ports");
      for (int j = 0; j < ports.size(); j++) {
        int hostPort = ports.path(j).path("hostPort").asInt();
        if (hostPort != 0 && hostPort != ports.path(j).path("containerPort").asInt()) {
          causes.add(
              StatusCause.invalid(
                  "%s.containers[%d].ports[%d].hostPort".formatted(field, i, j),
                  hostPort,
                  "must match `containerPort` when `hostNetwork` is true"));
        }
      }
    }
  }
}
