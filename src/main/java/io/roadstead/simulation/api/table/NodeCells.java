// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** Cells of Nodes. */
final class NodeCells {
  private static final String ROLE_PREFIX = "node-role.kubernetes.io/";

  private NodeCells() {}

  static String status(JsonNode node) {
    String status = "Unknown";
    for (JsonNode condition : node.at("/status/conditions")) {
      if (condition.path("type").asText().equals("Ready")) {
        status = condition.path("status").asText().equals("True") ? "Ready" : "NotReady";
      }
    }
    return node.at("/spec/unschedulable").asBoolean() ? status + ",SchedulingDisabled" : status;
  }

  static String roles(JsonNode node) {
    TreeSet<String> roles = new TreeSet<>();
    node.at("/metadata/labels")
        .fieldNames()
        .forEachRemaining(
            label -> {
              if (label.startsWith(ROLE_PREFIX)) {
                roles.add(label.substring(ROLE_PREFIX.length()));
              }
            });
    return roles.isEmpty() ? Cells.NONE : String.join(",", roles);
  }

  static String address(JsonNode node, String type) {
    for (JsonNode address : node.at("/status/addresses")) {
      if (address.path("type").asText().equals(type)) {
        return address.path("address").asText();
      }
    }
    return Cells.NONE;
  }
}
