// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Map;

/**
 * Events are stored once and served in two groups, whose fields have different names. All other
 * kinds are served as stored.
 */
final class EventView {
  /** Stored names and those of {@code events.k8s.io/v1}. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "involvedObject", "regarding",
          "message", "note",
          "source", "deprecatedSource",
          "firstTimestamp", "deprecatedFirstTimestamp",
          "lastTimestamp", "deprecatedLastTimestamp",
          "count", "deprecatedCount",
          "reportingComponent", "reportingController");

  private EventView() {}

  /** The kind under which objects of a served kind are stored. */
  static ResourceKind stored(ResourceKind served) {
    return served.equals(ResourceKinds.EVENT_V1) ? ResourceKinds.EVENT : served;
  }

  static ObjectNode toServed(ResourceKind served, ObjectNode object) {
    if (!served.equals(ResourceKinds.EVENT_V1)) {
      return object;
    }
    ObjectNode view = object.objectNode();
    object
        .fields()
        .forEachRemaining(
            field ->
                view.set(RENAMED.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
    return view.put("apiVersion", served.apiVersion());
  }

  static ObjectNode toStored(ResourceKind served, ObjectNode object) {
    if (!served.equals(ResourceKinds.EVENT_V1)) {
      return object;
    }
    ObjectNode stored = object.deepCopy();
    RENAMED.forEach(
        (name, servedName) -> {
          JsonNode value = stored.remove(servedName);
          if (value != null) {
            stored.set(name, value);
          }
        });
    return stored.put("apiVersion", ResourceKinds.EVENT.apiVersion());
  }
}
