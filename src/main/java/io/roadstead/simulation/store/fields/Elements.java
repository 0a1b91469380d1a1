// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an object or list, each under its path element and in document order. */
final class Elements {
  private Elements() {}

  static Map<String, JsonNode> of(@Nullable JsonNode value, TypeSchema schema) {
    if (value == null) {
      return Map.of();
    }
    return value.isArray() ? elements(value, schema) : fields(value);
  }

  /** The schema of the part under a path element. */
  static TypeSchema schemaOf(String element, TypeSchema parent) {
    return PathElement.isField(element) ? parent.field(element.substring(2)) : parent.element();
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(field -> parts.put(PathElement.field(field.getKey()), field.getValue()));
    return parts;
  }

  private static Map<String, JsonNode> elements(JsonNode list, TypeSchema schema) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    for (JsonNode element : list) {
      parts.merge(pathElement(element, schema), element, Elements::duplicates);
    }
    return parts;
  }

  /**
   * Elements with the same keys, which only writes other than apply can create, are owned together.
   */
  private static JsonNode duplicates(JsonNode earlier, JsonNode later) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    if (earlier instanceof ArrayNode several) {
      all.addAll(several);
    } else {
      all.add(earlier);
    }
    return all.add(later);
  }

  /** Adds the value of a part to a list: one element, or several duplicates. */
  static void append(ArrayNode list, JsonNode part) {
    if (part instanceof ArrayNode several) {
      list.addAll(several);
    } else {
      list.add(part);
    }
  }

  static String pathElement(JsonNode element, TypeSchema schema) {
    if (schema.shape() == TypeSchema.Shape.SET) {
      return PathElement.value(element);
    }
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    for (String key : schema.keys()) {
      JsonNode value = element.get(key);
      JsonNode preset = schema.element().field(key).preset();
      keys.set(key, value == null && preset != null ? preset : value);
    }
    return PathElement.key(keys);
  }
}
