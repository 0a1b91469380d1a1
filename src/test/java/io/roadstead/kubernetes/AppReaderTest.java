// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.roadstead.app.AppState;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading apps on the simulated cluster. */
final class AppReaderTest {
  private static SimulatedCluster cluster;

  @BeforeAll
  static void startCluster() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0.1));
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Nested
  final class Reads extends AppReaderContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }
  }

  @Nested
  final class ShowsApps extends AppViewContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }
  }

  @Nested
  final class TellsTrouble extends AppTroubleContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }

    /** Only here: the real cluster's nodes have no containers to configure. */
    @ParameterizedTest
    @ValueSource(strings = {"ConfigMap", "Secret"})
    void reportsConfigMissingUntilItIsThere(String kind) {
      apply(with(deployment("kubia", "luksa/kubia:1.0", 1), kubia -> addSource(kubia, kind)));

      StatusReason first = awaitState("kubia", AppState.FAILED).status().reasons().get(0);
      assertThat(first.reason()).isEqualTo(Reason.CONFIG_MISSING);
      assertThat(first.message()).containsIgnoringCase(kind).contains("settings");

      watched.client().resource(settings(kind)).create();
      awaitState("kubia", AppState.READY);
    }

    private static void addSource(ContainerBuilder container, String kind) {
      if (kind.equals("Secret")) {
        container.addNewEnvFrom().withNewSecretRef("settings", false).endEnvFrom();
      } else {
        container.addNewEnvFrom().withNewConfigMapRef("settings", false).endEnvFrom();
      }
    }

    private HasMetadata settings(String kind) {
      ObjectMeta meta =
          new ObjectMetaBuilder().withName("settings").withNamespace(namespace).build();
      return kind.equals("Secret")
          ? new SecretBuilder().withMetadata(meta).build()
          : new ConfigMapBuilder().withMetadata(meta).build();
    }
  }
}
