// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadOfManyAppsTest {
  @Test
  void bringsUpAHundredAppsInReasonableTime() {
    ControllersFixture cluster = new ControllersFixture();
    long begin = System.nanoTime();
    for (int app = 0; app < 100; app++) {
      cluster.deploy(ControllersFixture.deployment("app-" + app, "luksa/kubia:1.0", 3));
    }
    cluster.advance(5);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(cluster.pods()).hasSize(300).allMatch(Pods::ready);
    assertThat(cluster.store.list(ResourceKinds.REPLICA_SET, "")).hasSize(100);
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }
}
