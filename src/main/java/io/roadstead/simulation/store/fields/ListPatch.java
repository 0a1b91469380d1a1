// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies a strategic merge patch to a list with keyed elements or a set. */
final class ListPatch {
  private static final String PATCH = "$patch";

  private ListPatch() {}

  /** Merges one element into another. */
  interface ElementMerge {
    ObjectNode merge(ObjectNode target, ObjectNode patch, TypeSchema schema);
  }

  static ArrayNode union(JsonNode live, JsonNode patch) {
    Set<JsonNode> values = new LinkedHashSet<>();
    live.forEach(values::add);
    patch.forEach(values::add);
    return array(values);
  }

  static ArrayNode byKey(JsonNode live, JsonNode patch, TypeSchema schema, ElementMerge merge) {
    String key = schema.patch().key();
    Map<JsonNode, JsonNode> elements = new LinkedHashMap<>();
    if (!replacesAll(patch)) {
      live.forEach(element -> elements.put(element.path(key), element));
    }
    for (JsonNode element : patch) {
      if (!element.has(key)) {
        if (element.has(PATCH)) {
          continue;
        }
        throw ApiException.of(
            500,
            "InternalError",
            "map: " + element + " does not contain declared merge key: " + key);
      }
      mergeElement(elements, element.get(key), (ObjectNode) element, schema.element(), merge);
    }
    return array(elements.values());
  }

  /** Sorts the elements named in the order; the others keep their positions. */
  static ArrayNode ordered(ArrayNode list, JsonNode order, TypeSchema schema) {
    Map<JsonNode, JsonNode> byKey = new LinkedHashMap<>();
    list.forEach(element -> byKey.put(keyOf(element, schema), element));
    Deque<JsonNode> named = new ArrayDeque<>();
    for (JsonNode entry : order) {
      JsonNode element = byKey.get(keyOf(entry, schema));
      if (element != null) {
        named.add(element);
      }
    }
    Set<JsonNode> moved = new LinkedHashSet<>(named);
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : list) {
      result.add(moved.contains(element) ? named.remove() : element);
    }
    return result;
  }

  private static void mergeElement(
      Map<JsonNode, JsonNode> elements,
      JsonNode key,
      ObjectNode patch,
      TypeSchema schema,
      ElementMerge merge) {
    if (patch.path(PATCH).asText().equals("delete")) {
      elements.remove(key);
      return;
    }
    @Nullable JsonNode live = elements.get(key);
    ObjectNode target =
        live instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
    elements.put(key, merge.merge(target, patch, schema));
  }

  private static boolean replacesAll(JsonNode patch) {
    for (JsonNode element : patch) {
      if (element.path(PATCH).asText().equals("replace") && element.size() == 1) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode keyOf(JsonNode element, TypeSchema schema) {
    return schema.patch().byKey() ? element.path(schema.patch().key()) : element;
  }

  private static ArrayNode array(Collection<JsonNode> elements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    elements.forEach(array::add);
    return array;
  }
}
