// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.time.Instant;

/** Writes values of one type. */
interface ValueWriter {

  /** Reads a value and writes it. */
  void write(CodedInputStream message, JsonGenerator json) throws IOException;

  /** Writes the default of the type, for a field that was omitted because it has that value. */
  void writeUnset(JsonGenerator json) throws IOException;

  /** The writer of a field's values, or of the elements of its list; maps contain strings. */
  static ValueWriter of(FieldDescriptor field) {
    if (field.isMapField()) {
      FieldDescriptor value = field.getMessageType().findFieldByName("value");
      if (value.getType() != FieldDescriptor.Type.STRING) {
        throw unsupported(value);
      }
      return Scalar.TEXT;
    }
    return switch (field.getType()) {
      case STRING -> Scalar.TEXT;
      case INT32 -> Scalar.INT32;
      case INT64 -> Scalar.INT64;
      case BOOL -> Scalar.BOOL;
      case ENUM -> EnumWriter.of(field.getEnumType());
      case MESSAGE -> ofMessage(field.getMessageType());
      case DOUBLE,
          FLOAT,
          UINT64,
          FIXED64,
          FIXED32,
          GROUP,
          BYTES,
          UINT32,
          SFIXED32,
          SFIXED64,
          SINT32,
          SINT64 ->
          throw unsupported(field);
    };
  }

  private static IllegalArgumentException unsupported(FieldDescriptor field) {
    return new IllegalArgumentException(
        "%s: the contract has no JSON for the type %s"
            .formatted(field.getFullName(), field.getType()));
  }

  private static ValueWriter ofMessage(Descriptor type) {
    return type.equals(Timestamp.getDescriptor())
        ? Scalar.TIME
        : new Nested(MessageWriter.of(type));
  }

  /** A message within a message. */
  record Nested(MessageWriter type) implements ValueWriter {
    @Override
    public void write(CodedInputStream message, JsonGenerator json) throws IOException {
      int before = message.pushLimit(message.readRawVarint32());
      type.write(message, json);
      message.popLimit(before);
    }

    @Override
    public void writeUnset(JsonGenerator json) throws IOException {
      json.writeNull();
    }
  }

  /** Scalar values. */
  enum Scalar implements ValueWriter {
    TEXT {
      @Override
      public void write(CodedInputStream message, JsonGenerator json) throws IOException {
        json.writeString(message.readStringRequireUtf8());
      }

      @Override
      public void writeUnset(JsonGenerator json) throws IOException {
        json.writeString("");
      }
    },
    INT32 {
      @Override
      public void write(CodedInputStream message, JsonGenerator json) throws IOException {
        json.writeNumber(message.readInt32());
      }

      @Override
      public void writeUnset(JsonGenerator json) throws IOException {
        json.writeNumber(0);
      }
    },
    INT64 {
      @Override
      public void write(CodedInputStream message, JsonGenerator json) throws IOException {
        json.writeNumber(message.readInt64());
      }

      @Override
      public void writeUnset(JsonGenerator json) throws IOException {
        json.writeNumber(0);
      }
    },
    BOOL {
      @Override
      public void write(CodedInputStream message, JsonGenerator json) throws IOException {
        json.writeBoolean(message.readBool());
      }

      @Override
      public void writeUnset(JsonGenerator json) throws IOException {
        json.writeBoolean(false);
      }
    },
    TIME {
      @Override
      public void write(CodedInputStream message, JsonGenerator json) throws IOException {
        var time = Timestamp.newBuilder();
        message.readMessage(time, ExtensionRegistryLite.getEmptyRegistry());
        json.writeString(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString());
      }

      @Override
      public void writeUnset(JsonGenerator json) throws IOException {
        json.writeNull();
      }
    }
  }
}
