// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One status condition without its times; empty reason and message are omitted. */
record Condition(String type, String status, String reason, String message) {

  static Condition yes(String type, String reason, String message) {
    return new Condition(type, "True", reason, message);
  }

  static Condition no(String type, String reason, String message) {
    return new Condition(type, "False", reason, message);
  }

  ObjectNode toNode() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", type).put("status", status);
    if (!reason.isEmpty()) {
      node.put("reason", reason);
    }
    if (!message.isEmpty()) {
      node.put("message", message);
    }
    return node;
  }
}
