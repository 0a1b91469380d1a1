// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.testing.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Writes on a real API server. */
@Tag("real")
final class AppWriterIT extends AppWriterContract {
  private static KubernetesClient client;

  @BeforeAll
  static void connect() {
    Config config = Config.fromKubeconfig(TestCluster.shared().kubeconfigYaml());
    config.setRequestRetryBackoffLimit(0);
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Override
  KubernetesClient client() {
    return client;
  }
}
