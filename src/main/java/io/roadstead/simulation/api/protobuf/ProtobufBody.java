// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Decodes Kubernetes' protobuf envelope and the message in it. */
public final class ProtobufBody {
  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Map<Integer, Field> ENVELOPE =
      Map.of(
          1,
          Field.message("typeMeta", Map.of(1, Field.text("apiVersion"), 2, Field.text("kind"))),
          2,
          Field.of("raw", Field.Type.BYTES));

  private static final Map<Integer, Field> AMOUNT = Map.of(1, Field.text("text"));

  private static final Map<Integer, Field> NUMBER_OR_TEXT =
      Map.of(
          1, Field.of("isText", Field.Type.NUMBER),
          2, Field.of("number", Field.Type.SET_NUMBER),
          3, Field.text("text"));

  private ProtobufBody() {}

  /** The document; empty when the message is not one of those that are known here. */
  public static Optional<ObjectNode> read(byte[] body) {
    ByteBuffer buffer = ByteBuffer.wrap(body);
    for (byte expected : MAGIC) {
      if (!buffer.hasRemaining() || buffer.get() != expected) {
        return Optional.empty();
      }
    }
    ObjectNode envelope = message(buffer, ENVELOPE);
    String kind = envelope.at("/typeMeta/kind").asText("");
    Map<Integer, Field> fields = Messages.BY_KIND.get(kind);
    if (fields == null) {
      return Optional.empty();
    }
    byte[] raw = Base64.getDecoder().decode(envelope.path("raw").asText(""));
    ObjectNode document = NODES.objectNode();
    document.put("apiVersion", envelope.at("/typeMeta/apiVersion").asText()).put("kind", kind);
    document.setAll(message(ByteBuffer.wrap(raw), fields));
    return Optional.of(document);
  }

  private static ObjectNode message(ByteBuffer buffer, Map<Integer, Field> fields) {
    ObjectNode object = NODES.objectNode();
    while (buffer.hasRemaining()) {
      long tag = WireFormat.varint(buffer);
      Field field = fields.get((int) (tag >>> 3));
      int wireType = (int) (tag & 7);
      if (field == null) {
        WireFormat.skip(buffer, wireType);
      } else if (wireType == WireFormat.VARINT) {
        addNumber(object, field, WireFormat.varint(buffer));
      } else {
        addBytes(object, field, WireFormat.bytes(buffer));
      }
    }
    return object;
  }

  private static void addNumber(ObjectNode object, Field field, long number) {
    if (field.type() == Field.Type.TRUTH) {
      if (number != 0) {
        object.put(field.name(), true);
      }
      return;
    }
    if (number != 0 || field.type() == Field.Type.SET_NUMBER) {
      object.put(field.name(), (int) number);
    }
  }

  private static void addBytes(ObjectNode object, Field field, ByteBuffer bytes) {
    switch (field.type()) {
      case TEXT_MAP, BYTES_MAP, AMOUNT_MAP ->
          addEntry(object.withObject("/" + field.name()), field, bytes);
      default -> {
        JsonNode value = value(field, bytes);
        if (field.repeated()) {
          object.withArray("/" + field.name()).add(value);
        } else if (!isUnset(field, value)) {
          object.set(field.name(), value);
        }
      }
    }
  }

  private static void addEntry(ObjectNode map, Field field, ByteBuffer bytes) {
    Field value =
        switch (field.type()) {
          case BYTES_MAP -> Field.of("value", Field.Type.BYTES);
          case AMOUNT_MAP -> Field.of("value", Field.Type.AMOUNT);
          default -> Field.text("value");
        };
    ObjectNode entry = message(bytes, Map.of(1, Field.text("key"), 2, value));
    JsonNode found = entry.path("value");
    map.set(entry.path("key").asText(""), found.isMissingNode() ? NODES.textNode("") : found);
  }

  private static JsonNode value(Field field, ByteBuffer bytes) {
    return switch (field.type()) {
      case MESSAGE, OPTIONAL_MESSAGE -> message(bytes, field.fields());
      case BYTES -> NODES.textNode(Base64.getEncoder().encodeToString(WireFormat.array(bytes)));
      case AMOUNT -> message(bytes, AMOUNT).path("text");
      case NUMBER_OR_TEXT -> numberOrText(message(bytes, NUMBER_OR_TEXT));
      default -> NODES.textNode(new String(WireFormat.array(bytes), StandardCharsets.UTF_8));
    };
  }

  private static JsonNode numberOrText(ObjectNode value) {
    return value.has("isText")
        ? NODES.textNode(value.path("text").asText(""))
        : value.path("number");
  }

  private static boolean isUnset(Field field, JsonNode value) {
    boolean empty =
        value.isTextual() ? value.asText().isEmpty() : value.isEmpty() && !value.isNumber();
    boolean zero =
        field.type() == Field.Type.NUMBER_OR_TEXT && value.isNumber() && value.asInt() == 0;
    return empty || zero || value.isMissingNode();
  }
}
