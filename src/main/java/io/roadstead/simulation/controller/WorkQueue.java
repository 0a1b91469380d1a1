// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.store.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The keys that a reconciler still has to process, each at most once. A failed key is retried after
 * an increasing delay. Used only on the loop.
 */
final class WorkQueue {
  private static final Logger LOG = Logger.getLogger(WorkQueue.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final String name;
  private final SimulationClock clock;
  private final Reconciler reconciler;
  private final Set<ObjectKey> waiting = new HashSet<>();
  private final Map<ObjectKey, Integer> failures = new HashMap<>();
  private final Map<ObjectKey, Instant> wakeUps = new HashMap<>();

  WorkQueue(String name, SimulationClock clock, Reconciler reconciler) {
    this.name = name;
    this.clock = clock;
    this.reconciler = reconciler;
  }

  void add(ObjectKey key) {
    if (waiting.add(key)) {
      clock.schedule(Duration.ZERO, () -> run(key));
    }
  }

  /** Processes the key again after the delay, or earlier if it is already due earlier. */
  void addAfter(ObjectKey key, Duration delay) {
    Instant due = clock.instant().plus(delay);
    Instant planned = wakeUps.get(key);
    if (planned != null && !planned.isAfter(due)) {
      return;
    }
    wakeUps.put(key, due);
    clock.schedule(delay, () -> wakeUp(key, due));
  }

  private void wakeUp(ObjectKey key, Instant due) {
    if (wakeUps.remove(key, due)) {
      add(key);
    }
  }

  private void run(ObjectKey key) {
    waiting.remove(key);
    try {
      reconciler.reconcile(key);
      failures.remove(key);
    } catch (ApiException e) {
      LOG.debugf("%s: %s refused: %s", name, key, e.getMessage());
      retry(key);
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s: %s failed", name, key);
      retry(key);
    }
  }

  private void retry(ObjectKey key) {
    int failed = failures.merge(key, 1, Integer::sum);
    addAfter(key, pauseAfter(failed));
  }

  static Duration pauseAfter(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
