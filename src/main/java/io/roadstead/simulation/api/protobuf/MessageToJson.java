// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes a message as Kubernetes writes the same object in JSON: a value field in Go is omitted
 * while it is zero, a pointer field is present once it is set; some messages have a special form.
 */
final class MessageToJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** Messages whose JSON form is not an object of their fields. */
  private static final Map<String, Function<Message, JsonNode>> OWN_FORM =
      Map.of(
          "k8s.io.apimachinery.pkg.api.resource.Quantity", it -> NODES.textNode(text(it, "string")),
          "k8s.io.apimachinery.pkg.util.intstr.IntOrString", MessageToJson::numberOrText,
          "k8s.io.apimachinery.pkg.apis.meta.v1.Time", it -> NODES.textNode(time(it).toString()),
          "k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime",
              it -> NODES.textNode(MICROS.format(time(it))),
          "k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1", it -> embedded(it, "Raw"),
          "k8s.io.apimachinery.pkg.runtime.RawExtension", it -> embedded(it, "raw"));

  /** Named Go slices, which protobuf can only represent as a wrapper message. */
  private static final Set<String> LISTS = Set.of("ExtraValue", "Verbs");

  private MessageToJson() {}

  /** The object; IllegalArgumentException when the message has an unknown field. */
  static ObjectNode object(Message message) {
    ObjectNode object = NODES.objectNode();
    addTo(object, message);
    return object;
  }

  private static void addTo(ObjectNode object, Message message) {
    requireKnown(message);
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.getJsonName().isEmpty()) {
        addTo(object, (Message) message.getField(field));
        continue;
      }
      JsonNode value = value(message, field);
      if (isShown(message, field, value)) {
        object.set(field.getJsonName(), value);
      }
    }
  }

  private static void requireKnown(Message message) {
    message.getUnknownFields().asMap().keySet().stream()
        .findFirst()
        .ifPresent(
            number -> {
              throw new IllegalArgumentException(
                  "field %d of %s is not known"
                      .formatted(number, message.getDescriptorForType().getFullName()));
            });
  }

  private static boolean isShown(Message message, FieldDescriptor field, JsonNode value) {
    if (!field.isRepeated() && field.toProto().getProto3Optional()) {
      return message.hasField(field);
    }
    boolean zero =
        value.isNull()
            || (value.isContainerNode() && value.isEmpty())
            || (value.isTextual() && value.asText().isEmpty())
            || (value.isNumber() && value.asDouble() == 0)
            || (value.isBoolean() && !value.asBoolean());
    return !zero;
  }

  private static JsonNode value(Message message, FieldDescriptor field) {
    if (field.isMapField()) {
      return map(message, field);
    }
    if (field.isRepeated()) {
      ArrayNode list = NODES.arrayNode();
      ((List<?>) message.getField(field)).forEach(element -> list.add(single(field, element)));
      return list;
    }
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !message.hasField(field)) {
      return NODES.nullNode();
    }
    return single(field, message.getField(field));
  }

  private static ObjectNode map(Message message, FieldDescriptor field) {
    Descriptor entryType = field.getMessageType();
    ObjectNode map = NODES.objectNode();
    for (Object entry : (List<?>) message.getField(field)) {
      Message pair = (Message) entry;
      map.set(
          String.valueOf(pair.getField(entryType.findFieldByName("key"))),
          value(pair, entryType.findFieldByName("value")));
    }
    return map;
  }

  private static JsonNode single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case STRING, ENUM -> NODES.textNode(value.toString());
      case INT -> NODES.numberNode((Integer) value);
      case LONG -> NODES.numberNode((Long) value);
      case FLOAT, DOUBLE -> NODES.numberNode(((Number) value).doubleValue());
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case BYTE_STRING -> NODES.binaryNode(((ByteString) value).toByteArray());
      case MESSAGE -> message((Message) value);
    };
  }

  private static JsonNode message(Message message) {
    Descriptor type = message.getDescriptorForType();
    boolean unset = message.getAllFields().isEmpty();
    Function<Message, JsonNode> form = OWN_FORM.get(type.getFullName());
    if (form != null) {
      requireKnown(message);
      return unset ? NODES.nullNode() : form.apply(message);
    }
    if (LISTS.contains(type.getName())) {
      return value(message, type.getFields().get(0));
    }
    return object(message);
  }

  private static JsonNode numberOrText(Message message) {
    return number(message, "type") == 0
        ? NODES.numberNode((int) number(message, "intVal"))
        : NODES.textNode(text(message, "strVal"));
  }

  private static Instant time(Message message) {
    return Instant.ofEpochSecond(number(message, "seconds"), number(message, "nanos"));
  }

  private static JsonNode embedded(Message message, String field) {
    ByteString bytes = (ByteString) get(message, field);
    try {
      return JSON.readTree(bytes.toStringUtf8());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(field + " is not JSON", e);
    }
  }

  private static long number(Message message, String field) {
    return ((Number) get(message, field)).longValue();
  }

  private static String text(Message message, String field) {
    return (String) get(message, field);
  }

  private static Object get(Message message, String field) {
    return message.getField(message.getDescriptorForType().findFieldByName(field));
  }
}
