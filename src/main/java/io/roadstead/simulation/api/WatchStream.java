// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.Snapshot;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.Subscription;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One open watch: changes arrive on the threads that made them, frames are sent on the connection's
 * event loop. A client that falls too far behind is disconnected, as by the real server.
 */
final class WatchStream {
  private static final int MAX_WAITING = 2000;

  private final ObjectStore store;
  private final WatchRequest request;
  private final Presentation presentation;
  private final Context context;
  private final WatchSink sink;
  private final Queue<Frame> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingChanges = new AtomicInteger();
  private final List<Long> timers = new ArrayList<>();
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;
  private Runnable ended = () -> {};

  WatchStream(
      ObjectStore store,
      WatchRequest request,
      Presentation presentation,
      Context context,
      WatchSink sink) {
    this.store = store;
    this.request = request;
    this.presentation = presentation;
    this.context = context;
    this.sink = sink;
  }

  /**
   * Starts sending; called on the event loop. The callback comes once, when the watch has ended.
   */
  void start(Duration bookmarkInterval, Runnable onEnd) {
    ended = onEnd;
    sink.onDrain(this::flush);
    try {
      long from = request.initial() ? sendPresent() : request.from();
      subscription = store.subscribeFrom(request.stored(), from, this::offer);
    } catch (ApiException e) {
      waiting.add(new Frame("ERROR", e.toStatus(), false));
      flush();
      close();
      return;
    }
    timers.add(context.owner().setTimer(request.timeout().toMillis(), id -> close()));
    if (request.bookmarks()) {
      timers.add(context.owner().setPeriodic(bookmarkInterval.toMillis(), id -> bookmark()));
    }
    flush();
  }

  /** Ends the watch gracefully; safe to repeat and from any thread. */
  void close() {
    context.runOnContext(nothing -> closeNow());
  }

  /** Removes the watch after its connection is gone. */
  void closeNow() {
    if (closed) {
      return;
    }
    closed = true;
    Subscription current = subscription;
    if (current != null) {
      current.close();
    }
    timers.forEach(context.owner()::cancelTimer);
    sink.end();
    ended.run();
  }

  private long sendPresent() {
    Snapshot snapshot = store.snapshot(request.stored(), request.namespace());
    for (ObjectNode object : snapshot.objects()) {
      if (request.filter().test(object)) {
        waiting.add(new Frame("ADDED", object, true));
      }
    }
    if (request.markedInitial()) {
      ObjectNode mark = bookmark(snapshot.resourceVersion());
      mark.withObject("/metadata/annotations").put("k8s.io/initial-events-end", "true");
      waiting.add(new Frame("BOOKMARK", mark, false));
    }
    return snapshot.resourceVersion();
  }

  private void offer(StoreEvent event) {
    String type = type(event);
    if (closed || type.isEmpty()) {
      return;
    }
    if (waitingChanges.incrementAndGet() > MAX_WAITING) {
      close();
      return;
    }
    waiting.add(new Frame(type, event.object(), true));
    context.runOnContext(nothing -> flush());
  }

  /** An object that a change moves into or out of the selection is reported as added or deleted. */
  private String type(StoreEvent event) {
    ObjectNode previous = event.previous();
    boolean was = previous != null && request.filter().test(previous);
    boolean is = event.type() != StoreEvent.Type.DELETED && request.filter().test(event.object());
    if (was && is) {
      return "MODIFIED";
    }
    if (is) {
      return "ADDED";
    }
    return was ? "DELETED" : "";
  }

  private void bookmark() {
    store.afterDelivery(
        version -> {
          waiting.add(new Frame("BOOKMARK", bookmark(version), false));
          context.runOnContext(nothing -> flush());
        });
  }

  private ObjectNode bookmark(long version) {
    ObjectNode object = Json.object();
    object.put("kind", request.served().kind()).put("apiVersion", request.served().apiVersion());
    object.putObject("metadata").put("resourceVersion", Long.toString(version));
    return object;
  }

  private void flush() {
    while (!closed && !sink.isFull()) {
      Frame frame = waiting.poll();
      if (frame == null) {
        return;
      }
      waitingChanges.updateAndGet(count -> Math.max(0, count - 1));
      sink.write(render(frame));
    }
  }

  private ObjectNode render(Frame frame) {
    ObjectNode object = frame.object;
    if (frame.isObject) {
      object = presentation.of(EventView.toServed(request.served(), object));
    }
    return Json.object().put("type", frame.type).set("object", object);
  }

  private record Frame(String type, ObjectNode object, boolean isObject) {}
}
