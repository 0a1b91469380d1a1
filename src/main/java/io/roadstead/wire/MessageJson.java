// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Writes messages as the JSON of the contract. Field names are lowerCamelCase, enum values have no
 * type prefix, 64-bit integers are numbers, times are RFC 3339. Every field is present, in the
 * order of the proto; an unset field is null, or empty if it is a list or map. Maps are in the
 * order of their keys.
 *
 * <p>It reads the serialized bytes that gRPC sends: protobuf's access to fields by descriptor uses
 * reflection, which is slow and must be registered for a native executable.
 */
public final class MessageJson {
  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final ConcurrentMap<Descriptor, MessageWriter> WRITERS = new ConcurrentHashMap<>();

  private MessageJson() {}

  /** Writes a message as UTF-8 and leaves the stream open. */
  public static void write(Message message, OutputStream to) throws IOException {
    MessageWriter writer =
        WRITERS.computeIfAbsent(message.getDescriptorForType(), MessageWriter::of);
    try (JsonGenerator json = JSON.createGenerator(to)) {
      writer.write(CodedInputStream.newInstance(message.toByteArray()), json);
    }
  }
}
