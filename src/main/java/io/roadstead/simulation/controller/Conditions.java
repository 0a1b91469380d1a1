// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Status conditions, with the rules for their times. */
final class Conditions {
  private Conditions() {}

  /** The condition of the type; a missing node if there is none. */
  static JsonNode find(JsonNode status, String type) {
    for (JsonNode condition : status.path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  static boolean isTrue(JsonNode status, String type) {
    return find(status, type).path("status").asText().equals("True");
  }

  /** Sets the condition; its transition time changes only with its status. */
  static void set(ObjectNode status, Condition condition, String now) {
    JsonNode present = find(status, condition.type());
    boolean kept = present.path("status").asText().equals(condition.status());
    String transition = kept ? present.path("lastTransitionTime").asText(now) : now;
    ObjectNode desired = condition.toNode().put("lastTransitionTime", transition);
    replace(status, condition.type(), desired);
  }

  /**
   * As {@link #set}, with a lastUpdateTime; an equal status and reason leave the condition
   * untouched.
   */
  static void setDated(ObjectNode status, Condition condition, String now) {
    JsonNode present = find(status, condition.type());
    boolean sameStatus = present.path("status").asText().equals(condition.status());
    if (sameStatus && present.path("reason").asText().equals(condition.reason())) {
      return;
    }
    String transition = sameStatus ? present.path("lastTransitionTime").asText(now) : now;
    ObjectNode desired =
        condition.toNode().put("lastUpdateTime", now).put("lastTransitionTime", transition);
    replace(status, condition.type(), desired);
  }

  static void remove(ObjectNode status, String type) {
    if (!(status.get("conditions") instanceof ArrayNode conditions)) {
      return;
    }
    for (int i = conditions.size() - 1; i >= 0; i--) {
      if (conditions.get(i).path("type").asText().equals(type)) {
        conditions.remove(i);
      }
    }
    if (conditions.isEmpty()) {
      status.remove("conditions");
    }
  }

  private static void replace(ObjectNode status, String type, ObjectNode desired) {
    ArrayNode conditions = status.withArray("conditions");
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).path("type").asText().equals(type)) {
        conditions.set(i, desired);
        return;
      }
    }
    conditions.add(desired);
  }
}
