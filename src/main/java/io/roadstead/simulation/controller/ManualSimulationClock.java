// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that moves only when a test says so; due work runs on the thread that moves it, so a test
 * sees every step in the same order each time.
 */
public final class ManualSimulationClock implements SimulationClock {
  private static final int STEPS_WITHOUT_PROGRESS = 1_000_000;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::sequence));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long sequence;

  ManualSimulationClock() {}

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void schedule(Duration delay, Runnable task) {
    Instant due = delay.isNegative() ? now : now.plus(delay);
    tasks.add(new Task(due, sequence++, task));
  }

  /** Moves the time forward and runs all tasks that become due, each at its own time. */
  public void advance(Duration duration) {
    Instant end = instant().plus(duration);
    int stepsAtOneMoment = 0;
    Instant moment = instant();
    for (Task task = takeDue(end); task != null; task = takeDue(end)) {
      stepsAtOneMoment = task.due().equals(moment) ? stepsAtOneMoment + 1 : 0;
      moment = task.due();
      if (stepsAtOneMoment > STEPS_WITHOUT_PROGRESS) {
        throw new IllegalStateException("The simulated cluster does not settle at " + moment);
      }
      task.work().run();
    }
    moveTo(end);
  }

  /** Runs all due tasks, and those that become due as a result, without moving the time. */
  public void settle() {
    advance(Duration.ZERO);
  }

  private synchronized @Nullable Task takeDue(Instant end) {
    Task next = tasks.peek();
    if (next == null || next.due().isAfter(end)) {
      return null;
    }
    tasks.poll();
    moveTo(next.due());
    return next;
  }

  private synchronized void moveTo(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  @Override
  public synchronized void close() {
    tasks.clear();
  }

  private record Task(Instant due, long sequence, Runnable work) {}
}
