// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.kubernetes.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Short digests of the desired state, equal on every replica of this service. */
final class Digest {
  private static final int BYTES = 15;

  private Digest() {}

  static JsonNode tree(Object spec) {
    return Json.MAPPER.valueToTree(spec);
  }

  static JsonNode without(Object spec, String field) {
    ObjectNode tree = Json.MAPPER.valueToTree(spec);
    tree.remove(field);
    return tree;
  }

  static String of(JsonNode spec, Map<String, String> labels, Map<String, String> annotations) {
    try {
      return of(
          Json.MAPPER.writeValueAsString(spec),
          Json.MAPPER.writeValueAsString(new TreeMap<>(labels)),
          Json.MAPPER.writeValueAsString(new TreeMap<>(annotations)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A spec that came as JSON can be written as JSON", e);
    }
  }

  static String of(String... parts) {
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digested(parts), BYTES));
  }

  /** A digest that may be part of the name of an object. */
  static String hex(int digits, String... parts) {
    return HexFormat.of().formatHex(digested(parts)).substring(0, digits);
  }

  private static byte[] digested(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
