// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What distinguishes two JSON trees, as paths with both values. */
final class Differences {
  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** Each difference as {@code path: expected -> actual}; empty when the trees are equal. */
  static List<String> between(String at, JsonNode expected, JsonNode actual) {
    var differences = new Differences();
    differences.compare(at, expected, actual);
    return differences.found;
  }

  /** What of {@code expected} is not in {@code actual}; more may be there. */
  static List<String> missing(String at, JsonNode expected, JsonNode actual) {
    List<String> missing = new ArrayList<>();
    for (var entry : expected.properties()) {
      JsonNode there = actual.path(entry.getKey());
      if (!there.equals(entry.getValue())) {
        missing.add(difference(at + "[" + entry.getKey() + "]", entry.getValue(), there));
      }
    }
    return missing;
  }

  private void compare(String at, JsonNode expected, JsonNode actual) {
    if (says(expected).equals(says(actual))) {
      return;
    }
    if (expected.isObject() && actual.isObject()) {
      var names = new TreeSet<String>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(at + "." + name, expected.path(name), actual.path(name)));
      return;
    }
    if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(at + "[" + label(expected, actual, i) + "]", expected.path(i), actual.path(i));
      }
      return;
    }
    found.add(difference(at, expected, actual));
  }

  /**
   * Empty texts, lists and objects are the same as none: the API server does not store the ones,
   * and its client adds the others.
   */
  private static String says(JsonNode node) {
    boolean empty = node.isContainerNode() ? node.isEmpty() : node.asText().isEmpty();
    return empty || node.isNull() ? "" : node.toString();
  }

  private static String label(JsonNode expected, JsonNode actual, int index) {
    String name = expected.path(index).path("name").asText();
    String other = actual.path(index).path("name").asText();
    return name.isEmpty() || !name.equals(other) ? Integer.toString(index) : name;
  }

  private static String difference(String at, JsonNode expected, JsonNode actual) {
    return at + ": " + shown(expected) + " -> " + shown(actual);
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "none" : node.toString();
    return text.length() > 90 ? text.substring(0, 87) + "..." : text;
  }
}
