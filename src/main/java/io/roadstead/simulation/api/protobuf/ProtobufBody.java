// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes Kubernetes' <a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding">protobuf
 * envelope</a> and the message in it.
 */
public final class ProtobufBody {
  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final KubernetesMessages MESSAGES = KubernetesMessages.read();

  private ProtobufBody() {}

  /**
   * The document; empty when its kind is unknown. A truncated body or an unknown field results in
   * an IllegalArgumentException: no part of a body is dropped.
   */
  public static Optional<ObjectNode> read(byte[] body) {
    if (body.length < MAGIC.length
        || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    try {
      var input = CodedInputStream.newInstance(body, MAGIC.length, body.length - MAGIC.length);
      ObjectNode envelope =
          MessageToJson.object(DynamicMessage.parseFrom(MESSAGES.envelope(), input));
      return document(envelope);
    } catch (IOException e) {
      throw new IllegalArgumentException("the protobuf message is malformed", e);
    }
  }

  private static Optional<ObjectNode> document(ObjectNode envelope) throws IOException {
    String apiVersion = envelope.path("apiVersion").asText();
    String kind = envelope.path("kind").asText();
    Optional<Descriptor> type = MESSAGES.find(apiVersion, kind);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("apiVersion", apiVersion).put("kind", kind);
    byte[] raw = envelope.path("raw").binaryValue();
    document.setAll(
        MessageToJson.object(
            DynamicMessage.parseFrom(type.get(), raw == null ? new byte[0] : raw)));
    return Optional.of(document);
  }
}
