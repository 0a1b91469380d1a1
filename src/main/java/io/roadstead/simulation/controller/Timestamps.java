// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Times in the format of objects: UTC, to the second. */
record Timestamps(InstantSource clock) {

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The time since a timestamp; a missing timestamp is infinitely long ago. */
  Duration since(String written) {
    Instant then = written.isEmpty() ? Instant.EPOCH : Instant.parse(written);
    return Duration.between(then, clock.instant());
  }
}
