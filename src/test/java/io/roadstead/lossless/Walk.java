// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the schema of a type and makes an object of it: the required fields, others by chance, and
 * one that is asked for.
 */
final class Walk {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Schema schema;
  private final Dice dice;
  private final double density;
  private final @Nullable String focus;

  /**
   * @param density the probability of a field that is not required
   * @param focus the path of a value that the object must have, or null
   */
  Walk(Schema schema, Dice dice, double density, @Nullable String focus) {
    this.schema = schema;
    this.dice = dice;
    this.density = density;
    this.focus = focus;
  }

  ObjectNode object(String type) {
    return object(type, "");
  }

  private ObjectNode object(String type, String path) {
    ObjectNode object = JSON.objectNode();
    String member = member(type, path);
    Unions.Union union = Unions.of(type);
    for (Schema.Field field : schema.fields(type)) {
      if (Skipped.reason(type, field.name()) != null) {
        continue;
      }
      boolean wanted =
          union.members().contains(field.name())
              ? field.name().equals(member)
              : Unions.isRequired(type, field) || isFocused(field.at(path)) || dice.chance(density);
      if (wanted) {
        object.set(field.name(), values(type, field, field.at(path)));
      }
    }
    return object;
  }

  private @Nullable String member(String type, String path) {
    Unions.Union union = Unions.of(type);
    if (union.members().isEmpty()) {
      return null;
    }
    for (Schema.Field field : schema.fields(type)) {
      if (union.members().contains(field.name()) && isFocused(field.at(path))) {
        return field.name();
      }
    }
    return union.required() || dice.chance(density) ? dice.oneOf(union.members()) : null;
  }

  private boolean isFocused(String path) {
    return focus != null && (focus.equals(path) || focus.startsWith(path + "."));
  }

  private JsonNode values(String type, Schema.Field field, String path) {
    JsonNode whole = Wholes.of(type, field.name(), dice);
    if (whole != null) {
      return whole;
    }
    return switch (field.shape()) {
      case ONE -> value(type, field, path);
      case LIST -> list(type, field, path);
      case MAP -> map(type, field, path);
    };
  }

  private JsonNode value(String type, Schema.Field field, String path) {
    return schema.isObject(field.type())
        ? object(field.type(), path)
        : Values.of(type, field, dice);
  }

  private int size() {
    return density > 0.1 ? dice.between(1, 3) : 1;
  }

  private ArrayNode list(String type, Schema.Field field, String path) {
    ArrayNode list = JSON.arrayNode();
    Set<List<JsonNode>> seen = new HashSet<>();
    for (int i = size(); i > 0; i--) {
      JsonNode element = value(type, field, path);
      List<JsonNode> key =
          field.keys().isEmpty()
              ? List.of(element)
              : field.keys().stream().map(element::path).toList();
      if (seen.add(key)) {
        list.add(element);
      }
    }
    return list;
  }

  private ObjectNode map(String type, Schema.Field field, String path) {
    ObjectNode map = JSON.objectNode();
    for (int i = size(); i > 0; i--) {
      map.set(Values.key(dice), value(type, field, path));
    }
    return map;
  }
}
