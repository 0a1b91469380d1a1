// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Hands committed changes to subscribers, in order and outside the store's lock. The writing thread
 * delivers; a write made by a subscriber is delivered after the change that caused it.
 */
final class Deliveries {
  private static final Logger LOG = Logger.getLogger(Deliveries.class);

  private final Map<ResourceKind, List<Subscriber>> subscribers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Runnable> pending = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Queues a change for those subscribed now; called under the store's lock. */
  void enqueue(StoreEvent event) {
    for (Subscriber subscriber : subscribers.getOrDefault(event.kind(), List.of())) {
      pending.add(new Delivery(subscriber, event));
    }
  }

  /** Queues a call behind all changes so far; called under the store's lock. */
  void enqueue(Runnable call) {
    pending.add(call);
  }

  /** Subscribes, with changes of the past first; called under the store's lock. */
  Subscription add(ResourceKind kind, List<StoreEvent> past, Consumer<StoreEvent> consumer) {
    Subscriber subscriber = new Subscriber(consumer);
    past.forEach(event -> pending.add(new Delivery(subscriber, event)));
    List<Subscriber> list = subscribers.computeIfAbsent(kind, k -> new CopyOnWriteArrayList<>());
    list.add(subscriber);
    return () -> {
      subscriber.closed = true;
      list.remove(subscriber);
    };
  }

  /**
   * Delivers queued changes, unless another thread is doing so; called without the store's lock.
   */
  void drain() {
    if (waiting.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
        next.run();
      }
      seen = waiting.addAndGet(-seen);
    } while (seen != 0);
  }

  private record Delivery(Subscriber subscriber, StoreEvent event) implements Runnable {
    @Override
    public void run() {
      if (subscriber.closed) {
        return;
      }
      try {
        subscriber.consumer.accept(event);
      } catch (RuntimeException e) {
        LOG.errorf(e, "A subscriber to %s failed", event.kind());
      }
    }
  }

  private static final class Subscriber {
    private final Consumer<StoreEvent> consumer;
    private volatile boolean closed;

    Subscriber(Consumer<StoreEvent> consumer) {
      this.consumer = consumer;
    }
  }
}
