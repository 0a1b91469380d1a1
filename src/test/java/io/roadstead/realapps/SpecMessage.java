// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Messages and the JSON of the contract, in both directions and without a loss: what a message has,
 * zeros and empty messages included, is in the JSON, and what is in the JSON must be in the
 * contract.
 */
final class SpecMessage {
  private SpecMessage() {}

  /** The message; a field or constant that the contract does not have is an error with its path. */
  static <B extends Message.Builder> B fill(B message, JsonNode json) {
    fill(message, json, "");
    return message;
  }

  private static void fill(Message.Builder message, JsonNode json, String at) {
    for (var entry : json.properties()) {
      String path = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
      FieldDescriptor field =
          message.getDescriptorForType().getFields().stream()
              .filter(known -> known.getJsonName().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no field " + path));
      set(message, field, entry.getValue(), path);
    }
  }

  private static void set(
      Message.Builder message, FieldDescriptor field, JsonNode value, String path) {
    if (field.isMapField()) {
      for (var entry : value.properties()) {
        ObjectNode pair = Tree.MAPPER.createObjectNode().put("key", entry.getKey());
        pair.set("value", entry.getValue());
        Message.Builder element = message.newBuilderForField(field);
        fill(element, pair, path);
        message.addRepeatedField(field, element.build());
      }
      return;
    }
    if (field.isRepeated()) {
      requireKind(value.isArray(), path, value);
      int index = 0;
      for (JsonNode element : value) {
        message.addRepeatedField(field, value(message, field, element, path + "[" + index++ + "]"));
      }
      return;
    }
    message.setField(field, value(message, field, value, path));
  }

  private static Object value(
      Message.Builder message, FieldDescriptor field, JsonNode value, String path) {
    switch (field.getJavaType()) {
      case INT -> {
        requireKind(value.isInt(), path, value);
        return value.intValue();
      }
      case LONG -> {
        requireKind(value.isIntegralNumber(), path, value);
        return value.longValue();
      }
      case BOOLEAN -> {
        requireKind(value.isBoolean(), path, value);
        return value.booleanValue();
      }
      case STRING -> {
        requireKind(value.isTextual(), path, value);
        return value.asText();
      }
      case ENUM -> {
        String name = prefix(field.getEnumType()) + value.asText();
        EnumValueDescriptor constant = field.getEnumType().findValueByName(name);
        requireKind(constant != null, path, value);
        return constant;
      }
      case MESSAGE -> {
        requireKind(value.isObject(), path, value);
        Message.Builder element = message.newBuilderForField(field);
        fill(element, value, path);
        return element.build();
      }
      default -> throw new IllegalArgumentException(field.getFullName());
    }
  }

  private static void requireKind(boolean fits, String path, JsonNode value) {
    if (!fits) {
      throw new IllegalArgumentException(path + " can't be " + value);
    }
  }

  static ObjectNode toJson(Message message) {
    ObjectNode json = Tree.MAPPER.createObjectNode();
    message
        .getAllFields()
        .forEach((field, value) -> json.set(field.getJsonName(), node(field, value)));
    return json;
  }

  private static JsonNode node(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      ObjectNode map = Tree.MAPPER.createObjectNode();
      for (Object entry : (List<?>) value) {
        Message pair = (Message) entry;
        var type = pair.getDescriptorForType();
        FieldDescriptor content = type.findFieldByName("value");
        map.set(
            String.valueOf(pair.getField(type.findFieldByName("key"))),
            single(content, pair.getField(content)));
      }
      return map;
    }
    if (field.isRepeated()) {
      ArrayNode list = Tree.MAPPER.createArrayNode();
      ((List<?>) value).forEach(element -> list.add(single(field, element)));
      return list;
    }
    return single(field, value);
  }

  private static JsonNode single(FieldDescriptor field, Object value) {
    if (value instanceof EnumValueDescriptor constant) {
      String name = constant.getName().substring(prefix(field.getEnumType()).length());
      return Tree.MAPPER.getNodeFactory().textNode(name);
    }
    if (value instanceof Timestamp time) {
      Instant instant = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
      return Tree.MAPPER.getNodeFactory().textNode(instant.toString());
    }
    return value instanceof Message message ? toJson(message) : Tree.MAPPER.valueToTree(value);
  }

  private static String prefix(EnumDescriptor type) {
    return type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
  }
}
