// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Lets a test say that the service is not ready. */
@Readiness
@ApplicationScoped
public class ReadinessSwitch implements HealthCheck {
  /** Whether this check is up. */
  public static final AtomicBoolean READY = new AtomicBoolean(true);

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("switch").status(READY.get()).build();
  }
}
