// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A JSON object in the making, filled from the fields of another one that has them. */
final class Tree {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode from;
  private final ObjectNode to = MAPPER.createObjectNode();

  private Tree(JsonNode from) {
    this.from = from;
  }

  static Tree of(JsonNode from) {
    return new Tree(from);
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** The value as it is, under another name. */
  Tree copy(String field, String name) {
    return map(field, name, value -> value);
  }

  /** The values as they are, under the same names. */
  Tree keep(String... fields) {
    for (String field : fields) {
      copy(field, field);
    }
    return this;
  }

  /** A value that may be a number in the manifest and is a text in the contract. */
  Tree text(String field, String name) {
    return map(field, name, value -> MAPPER.getNodeFactory().textNode(value.asText()));
  }

  /** A constant: {@code IfNotPresent} becomes {@code IF_NOT_PRESENT}. */
  Tree constant(String field, String name) {
    return map(field, name, value -> MAPPER.getNodeFactory().textNode(constant(value.asText())));
  }

  static String constant(String word) {
    return word.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** Texts by name; amounts may be numbers in the manifest. */
  Tree texts(String field, String name) {
    return map(
        field,
        name,
        value -> {
          ObjectNode texts = MAPPER.createObjectNode();
          value.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
          return texts;
        });
  }

  /** Another shape of the value. */
  Tree map(String field, String name, Function<JsonNode, ? extends JsonNode> shape) {
    JsonNode value = from.path(field);
    if (!value.isMissingNode() && !value.isNull()) {
      to.set(name, shape.apply(value));
    }
    return this;
  }

  /** Another shape of each element of the list. */
  Tree each(String field, String name, Function<JsonNode, ? extends JsonNode> shape) {
    return map(
        field,
        name,
        value -> {
          ArrayNode list = MAPPER.createArrayNode();
          value.forEach(element -> list.add(shape.apply(element)));
          return list;
        });
  }

  /** Sets what does not come from one field. */
  Tree with(String name, JsonNode value) {
    to.set(name, value);
    return this;
  }

  /** Sets a text when it says something. */
  Tree with(String name, String value) {
    if (!value.isEmpty()) {
      to.put(name, value);
    }
    return this;
  }

  /** Lets another class add the fields that it knows of. */
  Tree add(BiConsumer<JsonNode, Tree> part) {
    part.accept(from, this);
    return this;
  }

  ObjectNode done() {
    return to;
  }

  boolean isEmpty() {
    return to.isEmpty();
  }
}
