// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  /** Each element of the patch changes the first live one with its key, or is added. */
  static ArrayNode byKey(JsonNode live, JsonNode patch, TypeSchema schema, ElementMerge merge) {
    String key = schema.patch().key();
    List<JsonNode> elements = new ArrayList<>();
    if (!replacesAll(patch)) {
      live.forEach(elements::add);
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
      mergeElement(elements, key, (ObjectNode) element, schema.element(), merge);
    }
    return array(elements);
  }

  private static void mergeElement(
      List<JsonNode> elements,
      String key,
      ObjectNode patch,
      TypeSchema schema,
      ElementMerge merge) {
    JsonNode value = patch.path(key);
    if (patch.path(PATCH).asText().equals("delete")) {
      elements.removeIf(element -> element.path(key).equals(value));
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof ObjectNode live && live.path(key).equals(value)) {
        elements.set(i, merge.merge(live, patch, schema));
        return;
      }
    }
    elements.add(merge.merge(JsonNodeFactory.instance.objectNode(), patch, schema));
  }

  /**
   * Arranges a merged list: the elements that the order names follow it; the others stay before
   * those that they were before.
   */
  static ArrayNode arranged(ArrayNode merged, JsonNode live, JsonNode order, TypeSchema schema) {
    List<JsonNode> wanted = keys(order, schema);
    List<JsonNode> before = keys(live, schema);
    List<JsonNode> others = new ArrayList<>();
    List<JsonNode> named = new ArrayList<>();
    merged.forEach(e -> (wanted.contains(keyOf(e, schema)) ? named : others).add(e));
    named.sort((a, b) -> wanted.indexOf(keyOf(a, schema)) - wanted.indexOf(keyOf(b, schema)));
    List<JsonNode> result = new ArrayList<>();
    int next = 0;
    for (JsonNode element : named) {
      int place = before.indexOf(keyOf(element, schema));
      while (next < others.size() && before.indexOf(keyOf(others.get(next), schema)) < place) {
        result.add(others.get(next++));
      }
      result.add(element);
    }
    result.addAll(others.subList(next, others.size()));
    return array(result);
  }

  private static boolean replacesAll(JsonNode patch) {
    for (JsonNode element : patch) {
      if (element.path(PATCH).asText().equals("replace") && element.size() == 1) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonNode> keys(JsonNode list, TypeSchema schema) {
    List<JsonNode> keys = new ArrayList<>();
    list.forEach(element -> keys.add(keyOf(element, schema)));
    return keys;
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
