// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumDescriptor;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the values of one enum without their proto prefix; the first value is null. */
record EnumWriter(Map<Integer, SerializableString> names) implements ValueWriter {
  private static final String UNSPECIFIED = "UNSPECIFIED";

  static EnumWriter of(EnumDescriptor type) {
    String zero = type.findValueByNumber(0).getName();
    if (!zero.endsWith(UNSPECIFIED)) {
      throw new IllegalArgumentException(zero + " must end in " + UNSPECIFIED);
    }
    int prefix = zero.length() - UNSPECIFIED.length();
    return new EnumWriter(
        type.getValues().stream()
            .filter(value -> value.getNumber() != 0)
            .collect(
                Collectors.toUnmodifiableMap(
                    value -> value.getNumber(),
                    value -> new SerializedString(value.getName().substring(prefix)))));
  }

  @Override
  public void write(CodedInputStream message, JsonGenerator json) throws IOException {
    SerializableString name = names.get(message.readEnum());
    if (name == null) {
      json.writeNull();
    } else {
      json.writeString(name);
    }
  }

  @Override
  public void writeUnset(JsonGenerator json) throws IOException {
    json.writeNull();
  }
}
