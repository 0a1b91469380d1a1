// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One difference between two JSON values.
 *
 * @param path where, such as {@code spec.containers[0].image}
 * @param before the value before; a missing node when there was none
 * @param after the value after; a missing node when there is none
 */
record Difference(String path, JsonNode before, JsonNode after) {

  static List<Difference> between(String path, JsonNode before, JsonNode after) {
    List<Difference> found = new ArrayList<>();
    collect(path, before, after, found);
    return found;
  }

  /**
   * The path without positions and numbers of names, so that differences of one kind look the same.
   */
  String kind() {
    return path.replaceAll("\\[\\d+]", "[]").replaceAll("-\\d+", "-N")
        + (after.isMissingNode() ? " lost" : before.isMissingNode() ? " added" : " changed");
  }

  @Override
  public String toString() {
    return path + ": " + text(before) + " -> " + text(after);
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "(none)" : node.toString();
  }

  private static void collect(
      String path, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      var names = new TreeSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> collect(path + "." + n, before.path(n), after.path(n), found));
      return;
    }
    if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        collect(path + "[" + i + "]", before.path(i), after.path(i), found);
      }
      return;
    }
    found.add(new Difference(path, before, after));
  }
}
