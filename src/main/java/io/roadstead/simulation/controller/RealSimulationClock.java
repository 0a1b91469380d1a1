// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Wall-clock time on one daemon thread. */
final class RealSimulationClock implements SimulationClock {
  private static final Logger LOG = Logger.getLogger(RealSimulationClock.class);

  private final ScheduledThreadPoolExecutor executor;

  RealSimulationClock() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "simulated-cluster");
              thread.setDaemon(true);
              return thread;
            },
            // A closed cluster may still receive events of its last writes; there is no controller
            // left to notify.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    var unused = executor.schedule(() -> runLogged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A task of the simulated cluster failed", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
