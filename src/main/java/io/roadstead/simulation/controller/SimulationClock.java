// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time of a simulated cluster and its only event loop. Tasks run one after the other, in order
 * of their due time; callers on any thread may schedule.
 */
public sealed interface SimulationClock extends InstantSource, AutoCloseable
    permits RealSimulationClock, ManualSimulationClock {

  /** A clock that follows the wall clock, on its own daemon thread. */
  static SimulationClock real() {
    return new RealSimulationClock();
  }

  /** A clock that stands still until a test moves it. */
  static ManualSimulationClock manual() {
    return new ManualSimulationClock();
  }

  /** Runs the task on the loop once the delay has passed; never on the calling thread itself. */
  void schedule(Duration delay, Runnable task);

  /** Drops pending tasks. Idempotent. */
  @Override
  void close();
}
