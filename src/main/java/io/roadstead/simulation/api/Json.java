// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.roadstead.simulation.store.ApiException;
import java.io.IOException;

/** Reads and writes trees as JSON, and reads YAML where the API accepts it. */
final class Json {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] bytes(JsonNode tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that can't be written", e);
    }
  }

  static JsonNode read(byte[] text) {
    return read(JSON, text);
  }

  static ObjectNode readObject(byte[] text, boolean yaml) {
    if (read(yaml ? YAML : JSON, text) instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.badRequest(
        "couldn't get version/kind; json parse error: the body is not an object");
  }

  private static JsonNode read(ObjectMapper mapper, byte[] text) {
    try {
      return mapper.readTree(text);
    } catch (IOException e) {
      throw ApiException.badRequest("the body can't be parsed: " + e.getMessage());
    }
  }
}
