// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.cluster.SystemFixture;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.controller.LoadBalancerBehavior;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Every system on a simulated cluster of its version. */
final class SystemsTest extends SystemsContract {
  private @Nullable SimulatedCluster cluster;

  @Override
  String kubeconfigYaml(SystemFixture fixture) {
    cluster =
        SimulatedCluster.start(
            SimulatedClusterOptions.defaults()
                .withNodes(0)
                .withVersion(fixture.gitVersion())
                .withDelayFactor(0.1)
                .withLoadBalancer(LoadBalancerBehavior.none()));
    return cluster.kubeconfigYaml();
  }

  @Override
  String table() {
    return "simulated";
  }

  @AfterEach
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
