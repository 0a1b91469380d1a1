// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import io.roadstead.app.AppException;
import io.roadstead.app.Messages;
import io.roadstead.app.SentValue;
import io.roadstead.app.SentValue.Kind;
import io.roadstead.app.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a message of the contract; the counterpart of {@link MessageWriter}. Input that is
 * not understood exactly is refused (INVALID_ARGUMENT), because a dropped or guessed field changes
 * what is deployed. Null means that a field is not set.
 *
 * @param body the type of the whole body
 */
record MessageReader(Descriptor body) {
  private static final String BODY = "$";

  /** Fields that may contain secrets: values of variables, headers and files, and commands. */
  private static final Pattern SECRET =
      Pattern.compile(
          ".*\\.((env|headers)\\[\\d+]\\.value|(args|command)(\\[\\d+])?|files(\\..*)?)",
          Pattern.DOTALL);

  /** Reads an object; {@code known} are the fields that it may have. */
  DynamicMessage read(JsonNode json, Collection<FieldDescriptor> known) {
    return message(json, body, known, "");
  }

  /** INVALID_ARGUMENT for a body that is not an object. */
  static AppException notAnObject(JsonNode json) {
    return wrong("", json, BodyMessages.wrongStructure(sent(json), BodyMessages.OBJECT));
  }

  private DynamicMessage message(
      JsonNode json, Descriptor type, Collection<FieldDescriptor> known, String at) {
    if (!json.isObject()) {
      throw wrong(at, json, BodyMessages.wrongStructure(sent(json), BodyMessages.OBJECT));
    }
    Map<String, FieldDescriptor> fields = new LinkedHashMap<>();
    known.forEach(field -> fields.put(field.getJsonName(), field));
    var message = DynamicMessage.newBuilder(type);
    Map<OneofDescriptor, List<String>> given = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              FieldDescriptor field = fields.get(name);
              String path = at.isEmpty() ? name : at + "." + name;
              if (field == null) {
                throw AppException.invalid(
                    path,
                    null,
                    BodyMessages.unknown(new KnownFields(name, body, at, fields.keySet())));
              }
              if (!entry.getValue().isNull()) {
                set(message, field, entry.getValue(), path);
                if (field.getRealContainingOneof() != null) {
                  given
                      .computeIfAbsent(field.getRealContainingOneof(), it -> new ArrayList<>())
                      .add(name);
                }
              }
            });
    given.values().stream()
        .filter(names -> names.size() > 1)
        .findFirst()
        .ifPresent(
            names -> {
              throw AppException.invalid(at.isEmpty() ? BODY : at, null, Messages.onlyOne(names));
            });
    return message.build();
  }

  private void set(
      DynamicMessage.Builder message, FieldDescriptor field, JsonNode json, String at) {
    if (field.isMapField()) {
      setMap(message, field, json, at);
      return;
    }
    if (!field.isRepeated()) {
      message.setField(field, value(field, json, at));
      return;
    }
    if (!json.isArray()) {
      throw wrong(at, json, BodyMessages.wrongStructure(sent(json), BodyMessages.LIST));
    }
    for (int i = 0; i < json.size(); i++) {
      message.addRepeatedField(field, element(field, json.get(i), at + "[" + i + "]"));
    }
  }

  private void setMap(
      DynamicMessage.Builder message, FieldDescriptor field, JsonNode json, String at) {
    if (!json.isObject()) {
      throw wrong(at, json, BodyMessages.wrongStructure(sent(json), BodyMessages.TEXTS));
    }
    Descriptor entryType = field.getMessageType();
    json.properties()
        .forEach(
            entry ->
                message.addRepeatedField(
                    field,
                    DynamicMessage.newBuilder(entryType)
                        .setField(entryType.findFieldByNumber(1), entry.getKey())
                        .setField(
                            entryType.findFieldByNumber(2),
                            element(
                                entryType.findFieldByNumber(2),
                                entry.getValue(),
                                at + "." + entry.getKey()))
                        .build()));
  }

  private Object element(FieldDescriptor field, JsonNode json, String at) {
    if (json.isNull()) {
      throw AppException.invalid(at, null, BodyMessages.NULL_ELEMENT);
    }
    return value(field, json, at);
  }

  private Object value(FieldDescriptor field, JsonNode json, String at) {
    return switch (field.getJavaType()) {
      case STRING -> text(field, json, at);
      case BOOLEAN -> {
        if (!json.isBoolean()) {
          throw wrong(at, json, BodyMessages.wrongFlag(sent(json)));
        }
        yield json.booleanValue();
      }
      case INT, LONG -> number(field, json, at);
      case ENUM -> choice(field, json, at);
      case MESSAGE -> message(json, field.getMessageType(), field.getMessageType().getFields(), at);
      case FLOAT, DOUBLE, BYTE_STRING ->
          throw new IllegalStateException("No JSON is agreed on for " + field.getFullName());
    };
  }

  private static String text(FieldDescriptor field, JsonNode json, String at) {
    if (json.isTextual() || (FieldLimits.of(field).hasNumber() && json.isIntegralNumber())) {
      return json.asText();
    }
    throw wrong(at, json, BodyMessages.wrongText(sent(json)));
  }

  private static Object number(FieldDescriptor field, JsonNode json, String at) {
    boolean isInt = field.getJavaType() == FieldDescriptor.JavaType.INT;
    boolean fits =
        json.isIntegralNumber() && (isInt ? json.canConvertToInt() : json.canConvertToLong());
    if (!fits) {
      throw wrong(at, json, BodyMessages.wrongNumber(sent(json), FieldLimits.phrase(field, at)));
    }
    if (!field.hasPresence() && !field.isRepeated() && json.longValue() == 0) {
      // A message can't tell it from a number that was not sent.
      FieldLimits.requireInRange(field, at, 0);
    }
    return isInt ? (Object) json.intValue() : (Object) json.longValue();
  }

  private static EnumValueDescriptor choice(FieldDescriptor field, JsonNode json, String at) {
    Map<String, EnumValueDescriptor> names = EnumValues.byName(field.getEnumType());
    EnumValueDescriptor value = json.isTextual() ? names.get(json.textValue()) : null;
    if (value == null) {
      throw wrong(at, json, BodyMessages.choice(sent(json).kind(), names.keySet()));
    }
    return value;
  }

  private static AppException wrong(String at, JsonNode json, String rule) {
    boolean hidden = at.isEmpty() || SECRET.matcher(at).matches();
    SentValue value = hidden ? SentValue.hidden(sent(json).kind()) : sent(json);
    return AppException.invalid(List.of(new Violation(at.isEmpty() ? BODY : at, value, rule)));
  }

  private static SentValue sent(@Nullable JsonNode json) {
    if (json == null) {
      return SentValue.NOTHING;
    }
    return switch (json.getNodeType()) {
      case OBJECT -> SentValue.hidden(Kind.OBJECT);
      case ARRAY -> SentValue.hidden(Kind.LIST);
      case NULL -> SentValue.hidden(Kind.NULL);
      case NUMBER -> new SentValue(Kind.NUMBER, json.asText());
      case BOOLEAN -> new SentValue(Kind.BOOLEAN, json.asText());
      case STRING -> new SentValue(Kind.TEXT, json.asText());
      case BINARY, MISSING, POJO -> SentValue.NOTHING;
    };
  }
}
