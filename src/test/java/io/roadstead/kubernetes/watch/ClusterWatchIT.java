// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.AppName;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.testing.RealCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cache outlives a real API server that goes away and comes back. */
@Tag("real")
final class ClusterWatchIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** A beat's patience and the pause before it, with room for a slow machine. */
  private static final Duration UNTIL_AN_OUTAGE_SHOWS = Duration.ofSeconds(15);

  private static final AppName BEFORE = new AppName("default", "before");
  private static final AppName AFTER = new AppName("default", "after");

  private RealCluster cluster;
  private WatchedCluster watched;

  @BeforeEach
  void startCluster() {
    assumeThat(RealCluster.isAvailable()).as("not on a cluster of one's own").isTrue();
    cluster = RealCluster.start();
    watched = WatchedCluster.start(cluster.kubeconfigYaml());
    await().atMost(SOON).until(() -> watched.cache().synced());
  }

  @AfterEach
  void stop() {
    if (watched != null) {
      watched.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void keepsWhatItKnowsAndRecoversByItselfWhenApiServerComesBack() {
    deploy(BEFORE);
    await().atMost(SOON).until(() -> available(BEFORE) == 2);
    await().atMost(SOON).until(() -> !watched.cache().freshness().stale());

    Instant outage = Instant.now();
    cluster.stopApiServer();

    await().atMost(UNTIL_AN_OUTAGE_SHOWS).until(() -> watched.cache().freshness().stale());
    assertThat(watched.cache().freshness().asOf())
        .isBetween(outage.minus(SOON), outage.plus(UNTIL_AN_OUTAGE_SHOWS));
    assertThat(watched.cache().obstacle()).isNotEmpty();
    assertThat(available(BEFORE)).isEqualTo(2);
    assertThat(watched.cache().find(BEFORE).orElseThrow().pods()).hasSize(2);

    cluster.startApiServer();
    deploy(AFTER);

    await().atMost(SOON).until(() -> !watched.cache().freshness().stale());
    await().atMost(SOON).until(() -> available(AFTER) == 2);
    await().atMost(SOON).until(() -> watched.cache().obstacle().isEmpty());
    assertThat(available(BEFORE)).isEqualTo(2);
  }

  private int available(AppName app) {
    return watched.cache().find(app).map(ClusterWatchIT::available).orElse(0);
  }

  private static int available(ObservedApp app) {
    return app.deployment().status().availableReplicas();
  }

  private void deploy(AppName app) {
    Map<String, String> labels = Map.of("app", app.app());
    Deployment deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(app.app())
            .withNamespace(app.namespace())
            .endMetadata()
            .withNewSpec()
            .withReplicas(2)
            .withNewSelector()
            .withMatchLabels(labels)
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("kubia")
            .withImage("luksa/kubia:1.0")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    watched.client().resource(deployment).serverSideApply();
  }
}
