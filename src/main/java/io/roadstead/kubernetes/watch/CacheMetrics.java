// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.roadstead.kubernetes.model.Kind;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Metrics of the age and the size of the cache, and of the number of resumed watches. */
@Singleton
final class CacheMetrics {
  private final Tables tables;
  private final WatchStates states;
  private final Clock clock;

  CacheMetrics(Tables tables, WatchStates states, Clock clock) {
    this.tables = tables;
    this.states = states;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry registry) {
    TimeGauge.builder("roadstead.cache.age", this::ageMillis, TimeUnit.MILLISECONDS)
        .description("Time since the cache was last known to be as the cluster is")
        .register(registry);
    Gauge.builder("roadstead.cache.synced", () -> states.synced() ? 1 : 0)
        .description("Whether the whole cluster has been read once")
        .register(registry);
    for (Kind kind : Kind.values()) {
      Gauge.builder("roadstead.cache.objects", () -> tables.of(kind).size())
          .description("Objects in the cache")
          .tag("kind", kind.kubernetesName())
          .register(registry);
    }
    for (String watch : states.names()) {
      FunctionCounter.builder("roadstead.watch.restarts", states, s -> s.restarts(watch))
          .description("How often a watch had to be resumed")
          .tag("watch", watch)
          .register(registry);
    }
  }

  /** NaN, which Prometheus displays as such, before anything has been read. */
  private double ageMillis() {
    Instant asOf = states.freshness().asOf();
    return asOf.equals(Instant.EPOCH)
        ? Double.NaN
        : Duration.between(asOf, clock.instant()).toMillis();
  }
}
