// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;

/**
 * The durations of the stages of a pod's lifecycle on the simulated nodes.
 *
 * @param pull fetching an image that the node does not have
 * @param start from the pulled image to the running process
 * @param stop from the signal to the end of the process
 */
public record StageDelays(Duration pull, Duration start, Duration stop) {

  /** Delays as on a quiet cluster with small images. */
  public static StageDelays ordinary() {
    return new StageDelays(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  /** The same delays times a factor; 0 makes every stage immediate. */
  public StageDelays times(double factor) {
    return new StageDelays(times(pull, factor), times(start, factor), times(stop, factor));
  }

  private static Duration times(Duration delay, double factor) {
    return Duration.ofMillis(Math.round(delay.toMillis() * factor));
  }
}
