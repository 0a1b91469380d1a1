// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The controllers' view of the store, indexed by namespace and owner, without copies: the objects
 * must not be modified. Filled from the store's events on the loop, and immediately by the
 * controllers' own writes, so that each of them sees its own writes.
 */
final class ClusterCache implements AutoCloseable {
  private final SimulationClock clock;
  private final Map<ResourceKind, KindIndex> kinds = new HashMap<>();
  private final Map<ResourceKind, List<Consumer<Change>>> listeners = new HashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Queue<StoreEvent> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();

  ClusterCache(SimulationClock clock) {
    this.clock = clock;
  }

  /** A change of one object: before is null for a new object, after is null for a deleted one. */
  record Change(@Nullable ObjectNode before, @Nullable ObjectNode after) {

    ObjectNode latest() {
      if (after != null) {
        return after;
      }
      if (before != null) {
        return before;
      }
      throw new IllegalStateException("a change without an object");
    }
  }

  /** Starts following a kind; stored objects are read first. */
  void follow(ObjectStore store, ResourceKind kind) {
    KindIndex index = new KindIndex();
    kinds.put(kind, index);
    subscriptions.add(store.subscribe(kind, this::receive));
    store.snapshot(kind, "").objects().forEach(index::put);
  }

  /** Announces all known objects as new; called when all listeners are registered. */
  void announceAll() {
    kinds.forEach(
        (kind, index) ->
            index.list("").forEach(object -> announce(kind, new Change(null, object))));
  }

  void onChange(ResourceKind kind, Consumer<Change> listener) {
    listeners.computeIfAbsent(kind, any -> new ArrayList<>()).add(listener);
  }

  @Nullable ObjectNode get(ResourceKind kind, ObjectKey key) {
    return index(kind).get(key);
  }

  /** All objects of the kind in the namespace, or everywhere when it is empty. */
  Collection<ObjectNode> list(ResourceKind kind, String namespace) {
    return index(kind).list(namespace);
  }

  /**
   * The objects of the kind whose controlling owner has the uid; with an empty uid, those without a
   * controlling owner.
   */
  List<ObjectNode> controlledBy(ResourceKind kind, String ownerUid) {
    return index(kind).controlledBy(ownerUid);
  }

  /** Applies what a controller has just written, ahead of the corresponding event. */
  void observe(ResourceKind kind, ObjectNode object) {
    index(kind).put(object);
  }

  /** Removes what a controller has just deleted, ahead of the corresponding event. */
  void forget(ResourceKind kind, ObjectNode object) {
    index(kind).remove(object);
  }

  private KindIndex index(ResourceKind kind) {
    KindIndex index = kinds.get(kind);
    if (index == null) {
      throw new IllegalStateException("not followed: " + kind);
    }
    return index;
  }

  private void receive(StoreEvent event) {
    inbox.add(event);
    if (awake.compareAndSet(false, true)) {
      clock.schedule(Duration.ZERO, this::drain);
    }
  }

  private void drain() {
    awake.set(false);
    for (StoreEvent event = inbox.poll(); event != null; event = inbox.poll()) {
      apply(event);
    }
  }

  private void apply(StoreEvent event) {
    boolean gone = event.type() == StoreEvent.Type.DELETED;
    if (gone) {
      index(event.kind()).remove(event.object());
    } else {
      index(event.kind()).put(event.object());
    }
    Change change =
        gone ? new Change(event.object(), null) : new Change(event.previous(), event.object());
    announce(event.kind(), change);
  }

  private void announce(ResourceKind kind, Change change) {
    listeners.getOrDefault(kind, List.of()).forEach(listener -> listener.accept(change));
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
