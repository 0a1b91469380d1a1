// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Reason;
import java.time.Duration;
import java.time.Instant;

/** How long a problem that may resolve by itself does not yet count as a failure. */
final class Patience {
  /**
   * A cluster autoscaler checks every ten seconds, Karpenter more often; then they record an event.
   */
  private static final Duration UNSCHEDULABLE = Duration.ofSeconds(20);

  private static final Duration IMAGE_PULL_FAILED = Duration.ofSeconds(60);
  private static final Duration CONTAINER_FAILED = Duration.ofSeconds(30);

  private Patience() {}

  static boolean isOver(Reason reason, Instant since, Instant now) {
    return !now.isBefore(since.plus(of(reason)));
  }

  private static Duration of(Reason reason) {
    return switch (reason) {
      case UNSCHEDULABLE -> UNSCHEDULABLE;
      case IMAGE_PULL_FAILED -> IMAGE_PULL_FAILED;
      case CONTAINER_FAILED -> CONTAINER_FAILED;
      default -> Duration.ZERO;
    };
  }
}
