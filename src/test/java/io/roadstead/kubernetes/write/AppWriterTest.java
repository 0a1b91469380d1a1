// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Writes on the simulated cluster. */
final class AppWriterTest {
  private static SimulatedCluster cluster;
  private static KubernetesClient connection;

  @BeforeAll
  static void start() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0));
    Config config = Config.fromKubeconfig(cluster.kubeconfigYaml());
    config.setRequestRetryBackoffLimit(0);
    connection = new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterAll
  static void stop() {
    connection.close();
    cluster.close();
  }

  @Nested
  final class Deploys extends DeployContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class Scales extends ScaleContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class Adopts extends AdoptContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class KeepsPreconditions extends PreconditionContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class Exposes extends ExposeContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class Deletes extends DeleteContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class HasVolumes extends VolumeContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class ReadsManifests extends ManifestContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }

  @Nested
  final class Releases extends ReleaseContract {
    @Override
    KubernetesClient client() {
      return connection;
    }
  }
}
