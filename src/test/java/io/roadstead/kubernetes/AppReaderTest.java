// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Reading apps on the simulated cluster. */
final class AppReaderTest extends AppReaderContract {
  private static SimulatedCluster cluster;

  @BeforeAll
  static void startCluster() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0.1));
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Override
  String kubeconfigYaml() {
    return cluster.kubeconfigYaml();
  }
}
