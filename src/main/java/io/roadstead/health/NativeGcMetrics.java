// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Garbage collection metrics of a native executable, under the same names as on the JVM.
 * Micrometer's own meters are missing there: they rely on notifications, which the collector of a
 * native executable does not send.
 */
final class NativeGcMetrics implements MeterBinder {
  private final List<GarbageCollectorMXBean> collectors;
  private final List<MemoryPoolMXBean> pools;

  NativeGcMetrics(List<GarbageCollectorMXBean> collectors, List<MemoryPoolMXBean> pools) {
    this.collectors = List.copyOf(collectors);
    this.pools = List.copyOf(pools);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (GarbageCollectorMXBean collector : collectors) {
      FunctionTimer.builder(
              "jvm.gc.pause",
              collector,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .description("Time spent in GC pause")
          .tag("gc", collector.getName())
          .register(registry);
    }
    pools.stream()
        .filter(pool -> pool.getName().startsWith("old"))
        .findFirst()
        .ifPresent(
            pool -> {
              old(
                  registry,
                  "jvm.gc.live.data.size",
                  "after reclamation",
                  pool,
                  MemoryUsage::getUsed);
              old(registry, "jvm.gc.max.data.size", "at most", pool, MemoryUsage::getMax);
            });
  }

  private static void old(
      MeterRegistry registry,
      String name,
      String when,
      MemoryPoolMXBean pool,
      ToLongFunction<MemoryUsage> size) {
    Gauge.builder(name, pool, it -> size.applyAsLong(it.getCollectionUsage()))
        .description("Size of the long-lived heap memory pool, " + when)
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
  }

  /** Binds these meters in a native executable, and none on the JVM. */
  @Singleton
  static final class Binding {
    @Produces
    @Singleton
    MeterBinder gcMetrics() {
      if (ImageMode.current() != ImageMode.NATIVE_RUN) {
        return registry -> {};
      }
      return new NativeGcMetrics(
          ManagementFactory.getGarbageCollectorMXBeans(), ManagementFactory.getMemoryPoolMXBeans());
    }
  }
}
