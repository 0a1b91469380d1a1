// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** A cluster of one's own, named by a kubeconfig; whoever started it stops it. */
record ExistingCluster(Path kubeconfig) implements TestCluster {

  @Override
  public String version() {
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      return client.getKubernetesVersion().getGitVersion().replaceFirst("^v", "");
    }
  }

  @Override
  public void close() {
    // Not ours to stop.
  }
}
