// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class NativeGcMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void countsAndTimesEachCollector() {
    GarbageCollectorMXBean young =
        bean(
            GarbageCollectorMXBean.class,
            Map.of("getName", "young", "getCollectionCount", 7L, "getCollectionTime", 1500L));
    new NativeGcMetrics(List.of(young), List.of()).bindTo(registry);
    var pause = registry.get("jvm.gc.pause").tag("gc", "young").functionTimer();
    assertThat(pause.count()).isEqualTo(7);
    assertThat(pause.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1500);
  }

  @Test
  void showsTheSizesOfTheOldGeneration() {
    new NativeGcMetrics(
            List.of(), List.of(pool("eden space", 1), pool("old generation space", 300)))
        .bindTo(registry);
    assertThat(registry.get("jvm.gc.live.data.size").gauge().value()).isEqualTo(300);
    assertThat(registry.get("jvm.gc.max.data.size").gauge().value()).isEqualTo(1300);
  }

  @Test
  void isLeftToMicrometerOnTheJvm() {
    new NativeGcMetrics.Binding().gcMetrics().bindTo(registry);
    assertThat(ManagementFactory.getGarbageCollectorMXBeans()).isNotEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  private static MemoryPoolMXBean pool(String name, long used) {
    MemoryUsage usage = new MemoryUsage(0, used, used, used + 1000);
    return bean(MemoryPoolMXBean.class, Map.of("getName", name, "getCollectionUsage", usage));
  }

  private static <T> T bean(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName())));
  }
}
