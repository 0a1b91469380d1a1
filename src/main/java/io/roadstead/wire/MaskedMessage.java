// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.List;
import java.util.Map;

/**
 * The fields of a message that a mask names, as a partial change: a field that is named and not set
 * is null, so that it is removed. See {@link MergePatch}.
 */
final class MaskedMessage {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MaskedMessage() {}

  static ObjectNode toPatch(DynamicMessage message, UpdateMask mask) {
    if (mask.isWhole()) {
      return set(message);
    }
    ObjectNode patch = JSON.objectNode();
    Descriptor type = message.getDescriptorForType();
    mask.fields()
        .forEach(
            (name, below) -> {
              FieldDescriptor field = type.findFieldByName(name);
              JsonNode value = value(message, field, below);
              // The list has no element that the path applies to.
              boolean nothing =
                  !below.isWhole() && value instanceof ArrayNode list && list.isEmpty();
              if (!nothing) {
                patch.set(field.getJsonName(), value);
              }
            });
    return patch;
  }

  private static JsonNode value(DynamicMessage message, FieldDescriptor field, UpdateMask below) {
    if (below.isWhole()) {
      return isSet(message, field) ? json(field, message.getField(field)) : JSON.nullNode();
    }
    if (field.isMapField()) {
      JsonNode all = json(field, message.getField(field));
      ObjectNode keys = JSON.objectNode();
      below
          .fields()
          .keySet()
          .forEach(key -> keys.set(key, all.has(key) ? all.get(key) : JSON.nullNode()));
      return keys;
    }
    if (!field.isRepeated()) {
      return toPatch((DynamicMessage) message.getField(field), below);
    }
    ArrayNode elements = JSON.arrayNode();
    ((List<?>) message.getField(field))
        .forEach(element -> elements.add(element((DynamicMessage) element, below)));
    return elements;
  }

  /** With its key, whether or not the mask names it. */
  private static ObjectNode element(DynamicMessage element, UpdateMask below) {
    ObjectNode all = set(element);
    ObjectNode patch = toPatch(element, below);
    ListKeys.of(element.getDescriptorForType(), all).stream()
        .filter(all::has)
        .forEach(key -> patch.set(key, all.get(key)));
    return patch;
  }

  private static boolean isSet(DynamicMessage message, FieldDescriptor field) {
    return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
  }

  private static ObjectNode set(DynamicMessage message) {
    ObjectNode fields = JSON.objectNode();
    message
        .getAllFields()
        .forEach((field, value) -> fields.set(field.getJsonName(), json(field, value)));
    return fields;
  }

  private static JsonNode json(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      ObjectNode map = JSON.objectNode();
      ((List<?>) value)
          .forEach(
              entry -> {
                var pair = (DynamicMessage) entry;
                Descriptor type = pair.getDescriptorForType();
                map.put(
                    pair.getField(type.findFieldByNumber(1)).toString(),
                    pair.getField(type.findFieldByNumber(2)).toString());
              });
      return map;
    }
    if (!field.isRepeated()) {
      return single(field, value);
    }
    ArrayNode list = JSON.arrayNode();
    ((List<?>) value).forEach(element -> list.add(single(field, element)));
    return list;
  }

  private static JsonNode single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case STRING -> JSON.textNode((String) value);
      case BOOLEAN -> JSON.booleanNode((Boolean) value);
      case INT, LONG -> JSON.numberNode(((Number) value).longValue());
      case ENUM -> choice(field, (EnumValueDescriptor) value);
      case MESSAGE -> set((DynamicMessage) value);
      case FLOAT, DOUBLE, BYTE_STRING ->
          throw new IllegalStateException("No JSON is agreed on for " + field.getFullName());
    };
  }

  /** An unknown value is a number, which is refused when it is read. */
  private static JsonNode choice(FieldDescriptor field, EnumValueDescriptor value) {
    return EnumValues.byName(field.getEnumType()).entrySet().stream()
        .filter(known -> known.getValue().getNumber() == value.getNumber())
        .map(Map.Entry::getKey)
        .findFirst()
        .<JsonNode>map(JSON::textNode)
        .orElseGet(() -> JSON.numberNode(value.getNumber()));
  }
}
