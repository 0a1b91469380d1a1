// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.Snapshot;
import io.roadstead.simulation.store.StoreEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of one kind, bounded: the source of resumed watches and lists of earlier
 * states.
 */
final class History {
  private final int capacity;
  private final Deque<StoreEvent> events = new ArrayDeque<>();
  private long forgotten;

  History(int capacity) {
    this.capacity = capacity;
  }

  void add(StoreEvent event) {
    events.addLast(event);
    if (events.size() > capacity) {
      forgotten = events.removeFirst().resourceVersion();
    }
  }

  /** The changes after a version; refused when some of them are no longer available. */
  List<StoreEvent> since(long resourceVersion) {
    if (resourceVersion < forgotten) {
      throw ApiException.expired(
          "too old resource version: " + resourceVersion + " (" + forgotten + ")");
    }
    return events.stream().filter(e -> e.resourceVersion() > resourceVersion).toList();
  }

  /** Reverts the changes after a version, so that all pages of a list show the same state. */
  Snapshot rewind(Collection<ObjectNode> current, String namespace, long resourceVersion) {
    if (resourceVersion < forgotten) {
      throw ApiException.expired(
          "The provided continue parameter is too old to display a consistent list result. You can"
              + " start a new list without the continue parameter.");
    }
    NavigableMap<String, ObjectNode> past = new TreeMap<>();
    current.forEach(object -> past.put(key(object), object));
    Iterator<StoreEvent> newestFirst = events.descendingIterator();
    while (newestFirst.hasNext()) {
      StoreEvent event = newestFirst.next();
      if (event.resourceVersion() <= resourceVersion) {
        break;
      }
      if (namespace.isEmpty() || namespace.equals(Metadata.namespace(event.object()))) {
        undo(past, event);
      }
    }
    return new Snapshot(resourceVersion, List.copyOf(past.values()));
  }

  private static void undo(NavigableMap<String, ObjectNode> past, StoreEvent event) {
    @Nullable ObjectNode previous = event.previous();
    if (previous == null) {
      past.remove(key(event.object()));
      return;
    }
    past.put(key(previous), previous);
  }

  private static String key(ObjectNode object) {
    return ObjectTables.key(Metadata.namespace(object), Metadata.name(object));
  }
}
