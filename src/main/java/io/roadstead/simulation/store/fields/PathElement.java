// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The steps of a path in the FieldsV1 format: a field, an element by key, or a value of a set. */
final class PathElement {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIELD = "f:";
  private static final String KEY = "k:";
  private static final String VALUE = "v:";

  private PathElement() {}

  static String field(String name) {
    return FIELD + name;
  }

  static String value(JsonNode value) {
    return VALUE + value;
  }

  static String key(ObjectNode keys) {
    return KEY + sorted(keys);
  }

  static boolean isField(String element) {
    return element.startsWith(FIELD);
  }

  /** The same element with its keys in order, so that equal elements are equal texts. */
  static String normal(String element) {
    return element.startsWith(KEY) ? KEY + sorted(keys(element)) : element;
  }

  static String display(String element) {
    if (isField(element)) {
      return "." + element.substring(FIELD.length());
    }
    if (element.startsWith(VALUE)) {
      return "[=" + element.substring(VALUE.length()) + "]";
    }
    StringJoiner keys = new StringJoiner(",", "[", "]");
    keys(element).fields().forEachRemaining(key -> keys.add(key.getKey() + "=" + key.getValue()));
    return keys.toString();
  }

  private static JsonNode keys(String element) {
    try {
      return JSON.readTree(element.substring(KEY.length()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a path element: " + element, e);
    }
  }

  private static ObjectNode sorted(JsonNode keys) {
    TreeMap<String, JsonNode> ordered = new TreeMap<>();
    keys.fields().forEachRemaining(key -> ordered.put(key.getKey(), key.getValue()));
    ObjectNode result = JSON.createObjectNode();
    ordered.forEach(result::set);
    return result;
  }
}
