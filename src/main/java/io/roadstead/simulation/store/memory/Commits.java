// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.StoreEvent.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commits changes: numbers, stores, records and queues them. Guarded by the store's lock. */
final class Commits {
  private final ObjectTables tables;
  private final Deliveries deliveries;
  private final int historyCapacity;
  private final Map<ResourceKind, History> histories = new HashMap<>();
  private long resourceVersion;

  Commits(ObjectTables tables, Deliveries deliveries, int historyCapacity) {
    this.tables = tables;
    this.deliveries = deliveries;
    this.historyCapacity = historyCapacity;
  }

  ObjectNode added(ResourceKind kind, ObjectNode object) {
    number(object);
    tables.put(kind, object);
    record(Type.ADDED, kind, object, null);
    return object;
  }

  ObjectNode modified(ResourceKind kind, ObjectNode before, ObjectNode after) {
    number(after);
    tables.put(kind, after);
    record(Type.MODIFIED, kind, after, before);
    return after;
  }

  ObjectNode deleted(ResourceKind kind, ObjectNode object) {
    return deleted(kind, object, object.deepCopy());
  }

  /** Removes an object; its watchers see the given last state. */
  ObjectNode deleted(ResourceKind kind, ObjectNode object, ObjectNode last) {
    number(last);
    tables.remove(kind, object);
    record(Type.DELETED, kind, last, object);
    return last;
  }

  long resourceVersion() {
    return resourceVersion;
  }

  History history(ResourceKind kind) {
    return histories.computeIfAbsent(kind, k -> new History(historyCapacity));
  }

  private void number(ObjectNode object) {
    resourceVersion++;
    Metadata.of(object).put("resourceVersion", Long.toString(resourceVersion));
  }

  private void record(
      Type type, ResourceKind kind, ObjectNode object, @Nullable ObjectNode previous) {
    StoreEvent event = new StoreEvent(type, kind, object, previous, resourceVersion);
    history(kind).add(event);
    deliveries.enqueue(event);
  }
}
