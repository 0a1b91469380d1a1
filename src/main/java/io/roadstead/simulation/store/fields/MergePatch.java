// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON merge patch of RFC 7386. */
public final class MergePatch {
  private MergePatch() {}

  /** Returns the patched document; the given document is not modified. */
  public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
    ObjectNode merged = document.deepCopy();
    patch.fields().forEachRemaining(field -> mergeField(merged, field.getKey(), field.getValue()));
    return merged;
  }

  private static void mergeField(ObjectNode merged, String name, JsonNode value) {
    if (value.isNull()) {
      merged.remove(name);
      return;
    }
    if (value instanceof ObjectNode patch) {
      JsonNode target = merged.get(name);
      ObjectNode object =
          target instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
      merged.set(name, apply(object, patch));
      return;
    }
    merged.set(name, value);
  }
}
