// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The warnings about the ports of all containers of a pod together. */
final class PortWarnings {
  private final Map<String, List<Port>> byNumber = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private record Port(String field, String hostIp, int hostPort) {
    static Port of(String field, JsonNode port) {
      return new Port(field, port.path("hostIP").asText(""), port.path("hostPort").asInt());
    }
  }

  /** Adds the ports of a container. */
  void add(String container, JsonNode ports) {
    for (int i = 0; i < ports.size(); i++) {
      String field = container + ".ports[" + i + "]";
      checkNumber(field, ports.path(i));
      checkName(field, ports.path(i).path("name").asText(""));
    }
  }

  /** The warnings about all ports that were added. */
  List<String> all() {
    List<String> all = new ArrayList<>(numbers);
    all.addAll(names);
    return all;
  }

  private void checkNumber(String field, JsonNode port) {
    Port added = Port.of(field, port);
    String number = port.path("containerPort").asText() + "/" + port.path("protocol").asText("TCP");
    List<Port> others = byNumber.computeIfAbsent(number, n -> new ArrayList<>());
    others.forEach(other -> compare(added, other));
    others.add(added);
  }

  private void compare(Port port, Port other) {
    boolean sameIp = port.hostIp.equals(other.hostIp);
    if (sameIp && port.hostPort == other.hostPort) {
      numbers.add(port.field + ": duplicate port definition with " + other.field);
    } else if (port.hostPort == 0 || other.hostPort == 0) {
      numbers.add(port.field + ": overlapping port definition with " + other.field);
    } else if (port.hostPort == other.hostPort && port.hostIp.isEmpty() != other.hostIp.isEmpty()) {
      numbers.add(port.field + ": dangerously ambiguous port definition with " + other.field);
    }
  }

  private void checkName(String field, String name) {
    if (name.isEmpty()) {
      return;
    }
    String other = byName.putIfAbsent(name, field);
    if (other != null) {
      names.add(
          "%s: duplicate port name \"%s\" with %s, services and probes that select ports by name will use %s"
              .formatted(field, name, other, other));
    }
  }
}
