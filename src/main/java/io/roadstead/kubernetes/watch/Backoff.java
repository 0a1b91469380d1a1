// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: longer each time, and never at the same time as others. */
final class Backoff {
  private static final long FIRST_MILLIS = 200;

  /**
   * An API server that is away is asked often, so that it is missed not for long when it is back.
   */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** One that answers with a refusal has to be spared. */
  private static final Duration LONGEST_WHEN_REFUSED = Duration.ofSeconds(15);

  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  static Duration next(int failures, boolean refused) {
    long most = (refused ? LONGEST_WHEN_REFUSED : LONGEST).toMillis();
    long millis = Math.min(most, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
    return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }
}
