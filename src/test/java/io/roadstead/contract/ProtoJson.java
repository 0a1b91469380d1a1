// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Messages as the JSON of the contract: lowerCamelCase names, enum values without their prefix. */
final class ProtoJson {
  /** A number that no enum has, for values that the contract does not know. */
  private static final int UNKNOWN = 99;

  private ProtoJson() {}

  static ObjectNode toJson(MessageOrBuilder message) {
    ObjectNode json = Json.object();
    message
        .getAllFields()
        .forEach((field, value) -> json.set(field.getJsonName(), node(field, value)));
    return json;
  }

  private static JsonNode node(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      ObjectNode map = Json.object();
      for (Object entry : (List<?>) value) {
        ObjectNode pair = toJson((Message) entry);
        map.set(pair.path("key").asText(), pair.path("value"));
      }
      return map;
    }
    if (field.isRepeated()) {
      ArrayNode list = Json.object().putArray("list");
      ((List<?>) value).forEach(element -> list.add(single(field, element)));
      return list;
    }
    return single(field, value);
  }

  private static JsonNode single(FieldDescriptor field, Object value) {
    ObjectNode holder = Json.object();
    switch (field.getJavaType()) {
      case INT, LONG -> holder.put("it", ((Number) value).longValue());
      case BOOLEAN -> holder.put("it", (Boolean) value);
      case STRING -> holder.put("it", (String) value);
      case ENUM -> {
        EnumValueDescriptor constant = (EnumValueDescriptor) value;
        holder.put("it", constant.getName().substring(prefix(field.getEnumType()).length()));
      }
      case MESSAGE -> {
        if (value instanceof Timestamp time) {
          holder.put("it", Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString());
        } else {
          holder.set("it", toJson((Message) value));
        }
      }
      case FLOAT, DOUBLE, BYTE_STRING -> throw new IllegalArgumentException(field.getFullName());
    }
    return holder.get("it");
  }

  private static String prefix(EnumDescriptor type) {
    return type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
  }

  /** The paths that a partial change names, down to the values and to the elements of lists. */
  static Set<String> paths(JsonNode patch, Descriptor type) {
    Set<String> paths = new LinkedHashSet<>();
    patch
        .fields()
        .forEachRemaining(
            entry -> {
              FieldDescriptor field =
                  type.getFields().stream()
                      .filter(known -> known.getJsonName().equals(entry.getKey()))
                      .findFirst()
                      .orElseThrow();
              JsonNode value = entry.getValue();
              Set<String> below = new LinkedHashSet<>();
              if (field.isMapField() && value.isObject()) {
                value.fieldNames().forEachRemaining(key -> below.add("`" + key + "`"));
              } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                  && value.isObject()) {
                below.addAll(paths(value, field.getMessageType()));
              } else if (value.isArray()) {
                value.forEach(
                    element -> {
                      if (element.isObject()) {
                        below.addAll(paths(element, field.getMessageType()));
                      }
                    });
              }
              if (below.isEmpty()) {
                paths.add(field.getName());
              } else {
                below.forEach(path -> paths.add(field.getName() + "." + path));
              }
            });
    return paths;
  }

  /** What a message can say of a partial change. */
  static JsonNode withoutNulls(JsonNode json) {
    JsonNode copy = json.deepCopy();
    for (Iterator<JsonNode> each = copy.elements(); each.hasNext(); ) {
      JsonNode value = each.next();
      if (value.isNull()) {
        each.remove();
      }
    }
    if (copy instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(withoutNulls(entry.getValue())));
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutNulls(array.get(i)));
      }
    }
    return copy;
  }

  /** Fills a message from JSON; what JSON can say and a message can't is a mistake of the test. */
  static <B extends Message.Builder> B fill(B message, JsonNode json) {
    json.fields()
        .forEachRemaining(
            entry -> {
              FieldDescriptor field =
                  message.getDescriptorForType().getFields().stream()
                      .filter(known -> known.getJsonName().equals(entry.getKey()))
                      .findFirst()
                      .orElseThrow(() -> new IllegalArgumentException(entry.getKey()));
              set(message, field, entry.getValue());
            });
    return message;
  }

  private static void set(Message.Builder message, FieldDescriptor field, JsonNode value) {
    if (field.isMapField()) {
      value
          .fields()
          .forEachRemaining(
              entry -> {
                ObjectNode pair = Json.object().put("key", entry.getKey());
                pair.set("value", entry.getValue());
                message.addRepeatedField(
                    field, fill(message.newBuilderForField(field), pair).build());
              });
      return;
    }
    if (field.isRepeated()) {
      value.forEach(element -> message.addRepeatedField(field, value(message, field, element)));
      return;
    }
    message.setField(field, value(message, field, value));
  }

  private static Object value(Message.Builder message, FieldDescriptor field, JsonNode value) {
    return switch (field.getJavaType()) {
      case INT -> value.intValue();
      case LONG -> value.longValue();
      case BOOLEAN -> value.booleanValue();
      case STRING -> value.asText();
      case ENUM -> constant(field.getEnumType(), value.asText());
      case MESSAGE -> fill(message.newBuilderForField(field), value).build();
      case FLOAT, DOUBLE, BYTE_STRING -> throw new IllegalArgumentException(field.getFullName());
    };
  }

  private static EnumValueDescriptor constant(EnumDescriptor type, String name) {
    EnumValueDescriptor found = type.findValueByName(prefix(type) + name);
    return found == null ? type.findValueByNumberCreatingIfUnknown(UNKNOWN) : found;
  }
}
