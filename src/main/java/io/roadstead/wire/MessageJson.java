// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes messages as the JSON of the contract. Field names are lowerCamelCase, enum
 * values have no type prefix, 64-bit integers are numbers, times are RFC 3339. Every field is
 * present, in the order of the proto; an unset field is null, or empty if it is a list or map. Maps
 * are in the order of their keys.
 *
 * <p>It reads the serialized bytes that gRPC sends: protobuf's access to fields by descriptor uses
 * reflection, which is slow and must be registered for a native executable.
 */
public final class MessageJson {
  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final ConcurrentMap<Descriptor, MessageWriter> WRITERS = new ConcurrentHashMap<>();

  /** The deepest body of the contract has about a dozen levels. */
  private static final int DEEPEST = 50;

  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 1000;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private MessageJson() {}

  /**
   * Reads the body of a request; null when it is empty. INVALID_ARGUMENT when it does not have the
   * form of the contract.
   *
   * @throws JacksonException when it is not JSON
   */
  public static <T extends Message> @Nullable T read(InputStream body, Class<T> type)
      throws IOException {
    JsonNode json = STRICT.readTree(body);
    return json.isMissingNode() || json.isNull() ? null : type.cast(Bodies.read(json, type));
  }

  /**
   * Reads a partial change of a spec; null when the body is empty. INVALID_ARGUMENT when it is not
   * an object.
   *
   * @throws JacksonException when it is not JSON
   */
  public static @Nullable SpecPatch readPatch(InputStream body) throws IOException {
    JsonNode json = STRICT.readTree(body);
    return json.isMissingNode() || json.isNull() ? null : SpecPatch.read(json);
  }

  /** A message as a tree. */
  static JsonNode tree(Message message) {
    var bytes = new ByteArrayOutputStream();
    try {
      write(message, bytes);
      return STRICT.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a message as UTF-8 and leaves the stream open. */
  public static void write(Message message, OutputStream to) throws IOException {
    MessageWriter writer =
        WRITERS.computeIfAbsent(message.getDescriptorForType(), MessageWriter::of);
    try (JsonGenerator json = JSON.createGenerator(to)) {
      writer.write(CodedInputStream.newInstance(message.toByteArray()), json);
    }
  }
}
