// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.roadstead.cluster.ClusterTraits.HostPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads node ports and the addresses where they were published. */
final class PortMappings {
  static final String FORM = "(\\d{1,5})=(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9.-]+):(\\d{1,5})";

  private static final Pattern PATTERN = Pattern.compile(FORM);
  private static final int LAST_PORT = 65_535;

  private PortMappings() {}

  /** Mappings by node port; IllegalArgumentException for a malformed mapping. */
  static Map<Integer, HostPort> toMap(List<String> mappings) {
    Map<Integer, HostPort> byNodePort = new HashMap<>();
    for (String mapping : mappings) {
      Matcher matcher = PATTERN.matcher(mapping.strip());
      if (!matcher.matches()) {
        throw wrong(mapping);
      }
      String host = matcher.group(2).replaceAll("[\\[\\]]", "");
      var place = new HostPort(host, port(mapping, matcher.group(3)));
      if (byNodePort.put(port(mapping, matcher.group(1)), place) != null) {
        throw new IllegalArgumentException(
            "roadstead.cluster.port-mappings: '" + mapping + "' maps a node port twice");
      }
    }
    return byNodePort;
  }

  private static int port(String mapping, String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > LAST_PORT) {
      throw wrong(mapping);
    }
    return port;
  }

  private static IllegalArgumentException wrong(String mapping) {
    return new IllegalArgumentException(
        "roadstead.cluster.port-mappings: '"
            + mapping
            + "' must have the form nodePort=host:port with ports from 1 to 65535, e.g."
            + " 30080=localhost:8080");
  }
}
