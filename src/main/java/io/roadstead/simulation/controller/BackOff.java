// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;

/** The delay between attempts, doubling from ten seconds up to five minutes. */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Duration first;
  private Duration next;

  private BackOff(Duration first) {
    this.first = first;
    this.next = first;
  }

  /** For restarts: no delay for the first one. */
  static BackOff ofRestarts() {
    return new BackOff(Duration.ZERO);
  }

  /** For image pulls: the first failure already causes a delay. */
  static BackOff ofPulls() {
    return new BackOff(FIRST);
  }

  /** The delay before the next attempt; each call increases the next delay. */
  Duration advance() {
    Duration now = next;
    next = longer(now);
    return now;
  }

  void reset() {
    next = first;
  }

  private static Duration longer(Duration pause) {
    if (pause.isZero()) {
      return FIRST;
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** As Go prints it: 10s, 1m20s, 5m0s. */
  static String text(Duration pause) {
    long minutes = pause.toMinutes();
    return minutes == 0 ? pause.toSeconds() + "s" : minutes + "m" + pause.toSecondsPart() + "s";
  }
}
