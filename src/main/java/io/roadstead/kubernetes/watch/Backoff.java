// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The delay before the next attempt: longer each time, with jitter. */
final class Backoff {
  private static final long FIRST_MILLIS = 200;

  /** An unavailable API server is contacted often, so that its recovery is noticed soon. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** One that responds with a refusal must not be overloaded. */
  private static final Duration LONGEST_WHEN_REFUSED = Duration.ofSeconds(15);

  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  static Duration next(int failures, boolean refused) {
    long most = (refused ? LONGEST_WHEN_REFUSED : LONGEST).toMillis();
    long millis = Math.min(most, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
    return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }
}
