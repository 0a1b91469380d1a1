// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON as both transports say it: fields that say nothing are the same as fields left out. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Without nulls, empty texts, zeros, false, and empty lists and objects, at any depth. */
  static JsonNode pruned(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode kept = MAPPER.createObjectNode();
      for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
        Map.Entry<String, JsonNode> field = i.next();
        JsonNode value = pruned(field.getValue());
        if (saysSomething(value)) {
          kept.set(field.getKey(), value);
        }
      }
      return kept;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> kept = new ArrayList<>();
      array.forEach(element -> kept.add(pruned(element)));
      return MAPPER.createArrayNode().addAll(kept);
    }
    // int64 and int32 are one kind of number in JSON.
    return node.isIntegralNumber() ? MAPPER.getNodeFactory().numberNode(node.asLong()) : node;
  }

  /** Without the fields of these names at any depth, in the order of names. */
  static JsonNode without(Set<String> names, JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode list = MAPPER.createArrayNode();
      array.forEach(element -> list.add(without(names, element)));
      return list;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode kept = MAPPER.createObjectNode();
    object.properties().stream()
        .filter(field -> !names.contains(field.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> kept.set(field.getKey(), without(names, field.getValue())));
    return kept;
  }

  private static boolean saysSomething(JsonNode value) {
    return !(value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.asText().isEmpty()
        || value.isNumber() && value.asLong() == 0
        || value.isBoolean() && !value.asBoolean());
  }
}
