// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The rules of ConfigMaps and Secrets. */
final class DataValidation {
  private static final int MAX_BYTES = 1024 * 1024;

  private static final Map<String, List<String>> KEYS_BY_TYPE =
      Map.of(
          "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
          "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
          "kubernetes.io/dockercfg", List.of(".dockercfg"),
          "kubernetes.io/ssh-auth", List.of("ssh-privatekey"));

  private DataValidation() {}

  static void checkConfigMap(ObjectNode configMap, List<StatusCause> causes) {
    JsonNode binary = configMap.path("binaryData");
    int size = 0;
    for (String field : List.of("data", "binaryData")) {
      for (Map.Entry<String, JsonNode> entry : configMap.path(field).properties()) {
        String path = field + "[" + entry.getKey() + "]";
        EnvValidation.checkConfigKey(path, entry.getKey(), causes);
        if (field.equals("data") && binary.has(entry.getKey())) {
          String rule = "duplicate of key present in binaryData";
          causes.add(StatusCause.invalid(path, entry.getKey(), rule));
        }
        size += entry.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    if (size > MAX_BYTES) {
      causes.add(tooLong("[]"));
    }
  }

  static void checkSecret(ObjectNode secret, List<StatusCause> causes) {
    JsonNode data = secret.path("data");
    int size = 0;
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      EnvValidation.checkConfigKey("data[" + entry.getKey() + "]", entry.getKey(), causes);
      size += entry.getValue().asText().length() / 4 * 3;
    }
    if (size > MAX_BYTES) {
      causes.add(tooLong("data"));
    }
    String type = secret.path("type").asText("");
    for (String key : KEYS_BY_TYPE.getOrDefault(type, List.of())) {
      if (!data.has(key)) {
        causes.add(StatusCause.required("data[" + key + "]", ""));
      }
    }
  }

  /** Data that is immutable stays so. */
  static void checkChange(ObjectNode before, ObjectNode after, List<StatusCause> causes) {
    if (!before.path("immutable").asBoolean()) {
      return;
    }
    String rule = "field is immutable when `immutable` is set";
    if (!after.path("immutable").asBoolean()) {
      causes.add(StatusCause.forbidden("immutable", rule));
    }
    for (String field : List.of("data", "binaryData")) {
      if (!before.path(field).equals(after.path(field))) {
        causes.add(StatusCause.forbidden(field, rule));
      }
    }
  }

  private static StatusCause tooLong(String field) {
    String detail = "Too long: may not be more than " + MAX_BYTES + " bytes";
    return new StatusCause("FieldValueTooLong", field, detail);
  }
}
