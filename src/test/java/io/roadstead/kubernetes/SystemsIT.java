// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.cluster.SystemFixture;
import io.roadstead.testing.RealCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Every system on a real API server, whose version is always its own. */
@Tag("real")
final class SystemsIT extends SystemsContract {
  private RealCluster cluster;

  @BeforeAll
  void startCluster() {
    assumeThat(RealCluster.isAvailable()).as("not on a cluster of one's own").isTrue();
    cluster = RealCluster.start();
    Config config = Config.fromKubeconfig(cluster.kubeconfigYaml());
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      client.nodes().delete();
    }
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  String kubeconfigYaml(SystemFixture fixture) {
    return cluster.kubeconfigYaml();
  }

  @Override
  String table() {
    return "real";
  }
}
