// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Copies a tree into the canonical form of the store: no nulls in objects, whole numbers in the
 * smallest node type, so that equal documents are equal trees.
 */
public final class Canonical {
  private Canonical() {}

  /** A canonical deep copy. */
  public static ObjectNode copy(ObjectNode object) {
    return copy(object, false);
  }

  /** The same, but with the nulls: who applies one owns the field. */
  public static ObjectNode copyWithNulls(ObjectNode object) {
    return copy(object, true);
  }

  private static ObjectNode copy(ObjectNode object, boolean nulls) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object
        .fields()
        .forEachRemaining(
            field -> {
              if (nulls || !field.getValue().isNull()) {
                copy.set(field.getKey(), copyAny(field.getValue(), nulls));
              }
            });
    return copy;
  }

  private static JsonNode copyAny(JsonNode node, boolean nulls) {
    if (node instanceof ObjectNode object) {
      return copy(object, nulls);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> copy.add(copyAny(element, nulls)));
      return copy;
    }
    return node.isIntegralNumber() && node.canConvertToInt()
        ? IntNode.valueOf(node.intValue())
        : node;
  }
}
