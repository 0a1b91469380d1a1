// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges an applied document into the live one, list elements by key. */
final class DocumentMerge {
  private DocumentMerge() {}

  static ObjectNode merge(ObjectNode live, ObjectNode config, TypeSchema schema) {
    ObjectNode merged = live.deepCopy();
    config
        .fields()
        .forEachRemaining(
            field -> {
              TypeSchema part = schema.field(field.getKey());
              merged.set(
                  field.getKey(), mergeAny(live.get(field.getKey()), field.getValue(), part));
            });
    return merged;
  }

  private static JsonNode mergeAny(@Nullable JsonNode live, JsonNode config, TypeSchema schema) {
    if (live == null) {
      return config.deepCopy();
    }
    if (schema.isElementwise(live) && schema.isElementwise(config)) {
      return mergeList(live, config, schema);
    }
    if (schema.isFieldwise(config) && live instanceof ObjectNode object) {
      return merge(object, (ObjectNode) config, schema);
    }
    return config.deepCopy();
  }

  /**
   * The applied order takes precedence; elements that only the live list has stay before their next
   * element.
   */
  private static ArrayNode mergeList(JsonNode live, JsonNode config, TypeSchema schema) {
    Map<String, JsonNode> was = Elements.of(live, schema);
    Map<String, JsonNode> applied = Elements.of(config, schema);
    List<String> order = new ArrayList<>(was.keySet());
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    int next = 0;
    for (Map.Entry<String, JsonNode> element : applied.entrySet()) {
      int place = order.indexOf(element.getKey());
      int until = place < 0 ? endOfUnshared(order, next, applied.keySet()) : place;
      for (; next < until; next++) {
        addUnshared(merged, order.get(next), was, applied.keySet());
      }
      next = Math.max(next, place + 1);
      merged.add(mergeAny(was.get(element.getKey()), element.getValue(), schema.element()));
    }
    for (; next < order.size(); next++) {
      addUnshared(merged, order.get(next), was, applied.keySet());
    }
    return merged;
  }

  private static int endOfUnshared(List<String> order, int from, Set<String> shared) {
    int end = from;
    while (end < order.size() && !shared.contains(order.get(end))) {
      end++;
    }
    return end;
  }

  private static void addUnshared(
      ArrayNode merged, String element, Map<String, JsonNode> was, Set<String> shared) {
    JsonNode value = was.get(element);
    if (value != null && !shared.contains(element)) {
      Elements.append(merged, value.deepCopy());
    }
  }
}
