// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless threads block each other: the one state that only a restart can fix. */
@Liveness
@ApplicationScoped
class DeadlockLiveness implements HealthCheck {
  static final String NAME = "no-deadlock";

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(NAME).status(!isDeadlocked()).build();
  }

  private static boolean isDeadlocked() {
    try {
      return ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null;
    } catch (UnsupportedOperationException e) {
      // A native executable can't tell.
      return false;
    }
  }
}
