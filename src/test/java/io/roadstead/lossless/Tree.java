// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads and changes JSON objects. */
final class Tree {
  private Tree() {}

  /** The objects of a list; empty when there is none. */
  static List<ObjectNode> list(JsonNode parent, String name) {
    List<ObjectNode> found = new ArrayList<>();
    parent.path(name).forEach(element -> found.add((ObjectNode) element));
    return found;
  }

  /** Does something with the object of that name, if there is one. */
  static void with(JsonNode parent, String name, Consumer<ObjectNode> change) {
    if (parent.get(name) instanceof ObjectNode found) {
      change.accept(found);
    }
  }

  /** Does something with each object, at any depth, that has a field of that name. */
  static void each(JsonNode node, String name, Consumer<ObjectNode> change) {
    if (node instanceof ObjectNode object && object.has(name)) {
      change.accept(object);
    }
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    children.forEach(child -> each(child, name, change));
  }

  /** Removes the elements that match; the list goes with the last one. */
  static void removeIf(ObjectNode parent, String name, Predicate<JsonNode> condition) {
    if (!(parent.get(name) instanceof ArrayNode array)) {
      return;
    }
    for (int i = array.size() - 1; i >= 0; i--) {
      if (condition.test(array.get(i))) {
        array.remove(i);
      }
    }
    if (array.isEmpty()) {
      parent.remove(name);
    }
  }

  static boolean is(JsonNode parent, String name, String value) {
    return parent.path(name).asText().equals(value);
  }
}
