// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes one message field with its name, whether it is set or not. */
record FieldWriter(SerializableString name, int tag, Shape shape, ValueWriter values) {
  private static final int WIRE_TYPE_BITS = 3;
  private static final int LENGTH_DELIMITED = 2;

  /** The JSON value of a field. */
  enum Shape {
    VALUE,
    NULLABLE,
    LIST,
    PACKED,
    MAP
  }

  static FieldWriter of(FieldDescriptor field) {
    int type = field.isPacked() ? LENGTH_DELIMITED : field.getLiteType().getWireType();
    int tag = field.getNumber() << WIRE_TYPE_BITS | type;
    return new FieldWriter(
        new SerializedString(field.getJsonName()), tag, shape(field), ValueWriter.of(field));
  }

  private static Shape shape(FieldDescriptor field) {
    if (field.isMapField()) {
      return Shape.MAP;
    }
    if (field.isRepeated()) {
      return field.isPacked() ? Shape.PACKED : Shape.LIST;
    }
    return field.hasPresence() ? Shape.NULLABLE : Shape.VALUE;
  }

  /** Writes the field, which is set if the tag is its own; returns the next tag. */
  int write(int next, CodedInputStream message, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    return switch (shape) {
      case VALUE, NULLABLE -> writeOne(next, message, json);
      case LIST -> writeList(next, message, json);
      case PACKED -> writePacked(next, message, json);
      case MAP -> writeMap(next, message, json);
    };
  }

  private int writeOne(int next, CodedInputStream message, JsonGenerator json) throws IOException {
    if (next == tag) {
      values.write(message, json);
      return message.readTag();
    }
    if (shape == Shape.NULLABLE) {
      json.writeNull();
    } else {
      values.writeUnset(json);
    }
    return next;
  }

  private int writeList(int first, CodedInputStream message, JsonGenerator json)
      throws IOException {
    int next = first;
    json.writeStartArray();
    while (next == tag) {
      values.write(message, json);
      next = message.readTag();
    }
    json.writeEndArray();
    return next;
  }

  /** Numbers, of which one field has many. */
  private int writePacked(int next, CodedInputStream message, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    int after = next;
    while (after == tag) {
      int before = message.pushLimit(message.readRawVarint32());
      while (message.getBytesUntilLimit() > 0) {
        values.write(message, json);
      }
      message.popLimit(before);
      after = message.readTag();
    }
    json.writeEndArray();
    return after;
  }

  /** By key, so that the same message always results in the same JSON. */
  private int writeMap(int first, CodedInputStream message, JsonGenerator json) throws IOException {
    int next = first;
    Map<String, String> entries = new TreeMap<>();
    while (next == tag) {
      addEntry(message, entries);
      next = message.readTag();
    }
    json.writeStartObject();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    return next;
  }

  private static void addEntry(CodedInputStream message, Map<String, String> entries)
      throws IOException {
    int before = message.pushLimit(message.readRawVarint32());
    String key = "";
    String value = "";
    for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
      if (tag >>> WIRE_TYPE_BITS == 1) {
        key = message.readStringRequireUtf8();
      } else {
        value = message.readStringRequireUtf8();
      }
    }
    message.popLimit(before);
    entries.put(key, value);
  }
}
