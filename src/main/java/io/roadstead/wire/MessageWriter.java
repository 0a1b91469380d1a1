// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.List;

/**
 * Writes messages of one type; created once from its descriptor. Serialized fields are in the order
 * of their numbers, so that must also be the order of their declaration.
 */
record MessageWriter(List<FieldWriter> fields) {

  static MessageWriter of(Descriptor type) {
    int last = 0;
    for (FieldDescriptor field : type.getFields()) {
      if (field.getNumber() <= last) {
        throw new IllegalArgumentException(
            field.getFullName() + " must have a higher number than the field before it");
      }
      last = field.getNumber();
    }
    return new MessageWriter(type.getFields().stream().map(FieldWriter::of).toList());
  }

  /** Writes a message that ends with the input, or with the input's limit. */
  void write(CodedInputStream message, JsonGenerator json) throws IOException {
    json.writeStartObject();
    int tag = message.readTag();
    for (FieldWriter field : fields) {
      tag = field.write(tag, message, json);
    }
    json.writeEndObject();
  }
}
