// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds for every cluster that tests may be given, also for one of one's own. */
@Tag("real")
final class TestClusterIT {

  @Test
  void givesKubeconfigOfRunningCluster() {
    TestCluster cluster = TestCluster.shared();
    Config config = Config.fromKubeconfig(cluster.kubeconfigYaml());

    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v" + cluster.version());
      assertThat(client.nodes().list().getItems()).isNotEmpty();
    }
  }

  @Test
  void givesSameClusterToAll() {
    assertThat(TestCluster.isAvailable()).isTrue();
    assertThat(TestCluster.shared().kubeconfig()).isEqualTo(TestCluster.shared().kubeconfig());
  }

  @Test
  void leavesExistingClusterRunningWhenClosed() {
    TestCluster shared = TestCluster.shared();
    TestCluster existing = new ExistingCluster(shared.kubeconfig());

    existing.close();

    assertThat(existing.version()).isEqualTo(shared.version());
  }
}
