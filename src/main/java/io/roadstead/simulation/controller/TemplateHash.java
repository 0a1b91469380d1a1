// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The short stable hash of a pod template, as used in ReplicaSet names and pod labels. */
final class TemplateHash {
  static final String LABEL = "pod-template-hash";

  /** No vowels and no similar characters, so that a name never spells a word. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private TemplateHash() {}

  static String of(JsonNode template) {
    StringBuilder canonical = new StringBuilder();
    write(withoutHash(template), canonical);
    int hash = 0x811c9dc5; // FNV-1a
    for (byte b : canonical.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    StringBuilder name = new StringBuilder();
    for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
      name.append(ALPHABET.charAt(digit % ALPHABET.length()));
    }
    return name.toString();
  }

  /** Whether two templates describe the same pods, ignoring their hash labels. */
  static boolean same(JsonNode one, JsonNode other) {
    return withoutHash(one).equals(withoutHash(other));
  }

  private static JsonNode withoutHash(JsonNode template) {
    if (!template.path("metadata").path("labels").has(LABEL)) {
      return template;
    }
    ObjectNode copy = template.deepCopy();
    copy.withObject("/metadata/labels").remove(LABEL);
    return copy;
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      out.append('{');
      sorted.forEach((key, value) -> write(value, out.append(key).append(':')));
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      node.forEach(element -> write(element, out));
      out.append(']');
    } else {
      out.append(node.asText()).append(';');
    }
  }
}
