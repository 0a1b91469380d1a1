// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.roadstead.app.Settings;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Maps between {@link Settings} and the fields of a message that the app model has no own type for.
 * Goes through serialized bytes and descriptors, so a field of the contract needs no code here.
 *
 * @param modelled the proto names of the fields that the app model has types for
 */
record SettingsMessages(Set<String> modelled) {
  static SettingsMessages allBut(String... modelled) {
    return new SettingsMessages(Set.of(modelled));
  }

  /** Reads the settings of a message, and records violations of their limits. */
  Settings fromProto(Message message, Violations violations, String at) {
    DynamicMessage all = FieldLimits.dynamic(message);
    var settings = DynamicMessage.newBuilder(all.getDescriptorForType());
    all.getAllFields()
        .forEach(
            (field, value) -> {
              if (!modelled.contains(field.getName())) {
                settings.setField(field, value);
              }
            });
    DynamicMessage found = settings.build();
    FieldLimits.checkSet(violations, at, found);
    return new Settings(tree(found));
  }

  /** Adds settings to a message. */
  static void toProto(Settings settings, Message.Builder message) {
    if (settings.isEmpty()) {
      return;
    }
    try {
      message.mergeFrom(message(message.getDescriptorForType(), settings.values()).toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A message can be read from its own bytes", e);
    }
  }

  private static Map<String, Object> tree(DynamicMessage message) {
    Map<String, Object> tree = new TreeMap<>();
    message
        .getAllFields()
        .forEach((field, value) -> tree.put(field.getJsonName(), value(field, value)));
    return tree;
  }

  private static Object value(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      Map<String, Object> map = new TreeMap<>();
      for (Object entry : (List<?>) value) {
        Descriptor type = field.getMessageType();
        map.put(
            (String) ((DynamicMessage) entry).getField(type.findFieldByNumber(1)),
            ((DynamicMessage) entry).getField(type.findFieldByNumber(2)));
      }
      return map;
    }
    if (field.isRepeated()) {
      return ((List<?>) value).stream().map(SettingsMessages::single).toList();
    }
    return single(value);
  }

  private static Object single(Object value) {
    if (value instanceof DynamicMessage nested) {
      return tree(nested);
    }
    if (value instanceof EnumValueDescriptor choice) {
      return choice.getIndex() < 0 ? "" : EnumValues.name(choice);
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  private static DynamicMessage message(Descriptor type, Map<?, ?> tree) {
    var message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      Object value = tree.get(field.getJsonName());
      if (value instanceof Map<?, ?> map && field.isMapField()) {
        entries(field.getMessageType(), map)
            .forEach(entry -> message.addRepeatedField(field, entry));
      } else if (value instanceof List<?> list) {
        list.forEach(element -> message.addRepeatedField(field, single(field, element)));
      } else if (value != null) {
        message.setField(field, single(field, value));
      }
    }
    return message.build();
  }

  private static List<DynamicMessage> entries(Descriptor type, Map<?, ?> map) {
    List<DynamicMessage> entries = new ArrayList<>();
    map.forEach(
        (key, value) ->
            entries.add(
                DynamicMessage.newBuilder(type)
                    .setField(type.findFieldByNumber(1), key)
                    .setField(type.findFieldByNumber(2), value)
                    .build()));
    return entries;
  }

  private static Object single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case MESSAGE -> message(field.getMessageType(), (Map<?, ?>) value);
      case ENUM -> {
        EnumValueDescriptor choice = EnumValues.byName(field.getEnumType()).get((String) value);
        yield choice == null ? field.getEnumType().findValueByNumber(0) : choice;
      }
      case INT -> Math.toIntExact((Long) value);
      case LONG, STRING, BOOLEAN, FLOAT, DOUBLE, BYTE_STRING -> value;
    };
  }
}
