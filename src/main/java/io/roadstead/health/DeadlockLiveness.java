// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/** Alive unless threads are deadlocked, which only a restart can fix. */
@Liveness
@ApplicationScoped
class DeadlockLiveness implements HealthCheck {
  static final String NAME = "no-deadlock";

  /**
   * The ids of deadlocked threads; if there are none, null, or an empty array in a native
   * executable.
   */
  private final Supplier<long @Nullable []> deadlockedThreads;

  DeadlockLiveness() {
    this(() -> ManagementFactory.getThreadMXBean().findDeadlockedThreads());
  }

  DeadlockLiveness(Supplier<long @Nullable []> deadlockedThreads) {
    this.deadlockedThreads = deadlockedThreads;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(NAME).status(!isDeadlocked()).build();
  }

  private boolean isDeadlocked() {
    try {
      long[] found = deadlockedThreads.get();
      return found != null && found.length > 0;
    } catch (UnsupportedOperationException e) {
      // This platform does not support the check.
      return false;
    }
  }
}
