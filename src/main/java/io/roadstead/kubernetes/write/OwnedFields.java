// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.kubernetes.json.Json;
import java.util.Iterator;
import java.util.Map;

/**
 * Extracts the part of an object that a field set names (Kubernetes: FieldsV1). Reapplying that
 * part changes nothing; applying it with one field changed changes only that field.
 */
final class OwnedFields {
  private static final String FIELD = "f:";
  private static final String KEY = "k:";
  private static final String VALUE = "v:";
  private static final String SELF = ".";

  private OwnedFields() {}

  /** The part of {@code value} that {@code fields} names. */
  static JsonNode cut(JsonNode value, JsonNode fields) {
    if (fields.isEmpty()) {
      return value.deepCopy();
    }
    return value.isArray() ? elements((ArrayNode) value, fields) : members(value, fields);
  }

  /** The field set without what another one has. */
  static ObjectNode without(JsonNode fields, JsonNode others) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    fields
        .properties()
        .forEach(
            entry -> {
              JsonNode other = others.get(entry.getKey());
              if (other == null || (other.isEmpty() && !entry.getValue().isEmpty())) {
                result.set(entry.getKey(), entry.getValue());
              } else if (!entry.getValue().isEmpty() && !other.isEmpty()) {
                ObjectNode rest = without(entry.getValue(), other);
                if (!rest.isEmpty()) {
                  result.set(entry.getKey(), rest);
                }
              }
            });
    return result;
  }

  /** The field set that has what either has. */
  static ObjectNode union(JsonNode fields, JsonNode others) {
    ObjectNode result = fields.deepCopy();
    others
        .properties()
        .forEach(
            entry -> {
              JsonNode own = result.get(entry.getKey());
              result.set(
                  entry.getKey(), own == null ? entry.getValue() : both(own, entry.getValue()));
            });
    return result;
  }

  /** A field that one set has as a whole, and of which another has parts, is in both. */
  private static ObjectNode both(JsonNode one, JsonNode other) {
    ObjectNode result = union(one, other);
    if (one.isEmpty() != other.isEmpty()) {
      result.putObject(SELF);
    }
    return result;
  }

  private static JsonNode members(JsonNode value, JsonNode fields) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    Iterator<Map.Entry<String, JsonNode>> entries = fields.fields();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      String name = entry.getKey();
      if (name.startsWith(FIELD) && value.has(name.substring(FIELD.length()))) {
        String member = name.substring(FIELD.length());
        result.set(member, cut(value.get(member), entry.getValue()));
      }
    }
    return result;
  }

  private static JsonNode elements(ArrayNode value, JsonNode fields) {
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : value) {
      Iterator<Map.Entry<String, JsonNode>> entries = fields.fields();
      while (entries.hasNext()) {
        Map.Entry<String, JsonNode> entry = entries.next();
        if (names(entry.getKey(), element)) {
          result.add(element(element, entry));
        }
      }
    }
    return result;
  }

  private static JsonNode element(JsonNode element, Map.Entry<String, JsonNode> entry) {
    JsonNode part = cut(element, entry.getValue());
    if (entry.getKey().startsWith(KEY) && part instanceof ObjectNode object) {
      object.setAll((ObjectNode) read(entry.getKey().substring(KEY.length())));
    }
    return part;
  }

  private static boolean names(String path, JsonNode element) {
    if (path.startsWith(VALUE)) {
      return read(path.substring(VALUE.length())).equals(element);
    }
    if (!path.startsWith(KEY)) {
      return false;
    }
    Iterator<Map.Entry<String, JsonNode>> keys = read(path.substring(KEY.length())).fields();
    while (keys.hasNext()) {
      Map.Entry<String, JsonNode> key = keys.next();
      if (!key.getValue().equals(element.get(key.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode read(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
