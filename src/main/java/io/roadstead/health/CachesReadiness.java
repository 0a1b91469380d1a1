// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.watch.ClusterCache;
import io.roadstead.kubernetes.watch.WatchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the whole cluster has been read. During a later outage of the API server, the service
 * stays ready for a while: reads that are marked as stale are better than none, and all replicas
 * are affected alike.
 */
@Readiness
@ApplicationScoped
class CachesReadiness implements HealthCheck {
  static final String NAME = "kubernetes-caches";

  private final ClusterCache cache;
  private final WatchConfig config;
  private final Clock clock;

  CachesReadiness(ClusterCache cache, WatchConfig config, Clock clock) {
    this.cache = cache;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
    if (!cache.synced()) {
      return response
          .down()
          .withData("reason", "The cluster has not been read yet. " + cache.obstacle())
          .build();
    }
    Freshness freshness = cache.freshness();
    Duration age = Duration.between(freshness.asOf(), clock.instant());
    response.withData("asOf", freshness.asOf().toString()).withData("stale", freshness.stale());
    if (!freshness.stale()) {
      return response.up().build();
    }
    return response
        .status(age.compareTo(config.notReadyWhenStaleFor()) <= 0)
        .withData("reason", cache.obstacle())
        .build();
  }
}
