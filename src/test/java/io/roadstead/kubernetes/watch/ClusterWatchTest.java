// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.AppName;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.api.Fault;
import io.roadstead.simulation.store.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache follows an API server that is away, throttles, forgets or stalls. */
final class ClusterWatchTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AppName KUBIA = new AppName("default", "kubia");

  private SimulatedCluster cluster;
  private WatchedCluster watched;

  @BeforeEach
  void startCluster() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0));
  }

  @AfterEach
  void stop() {
    if (watched != null) {
      watched.close();
    }
    cluster.close();
  }

  @Test
  void findsAnAppWithItsPodsAndVersions() {
    startWatch();
    deploy("luksa/kubia:1.0", 3);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(watched.cache().find(KUBIA)).isPresent();
              ObservedApp app = watched.cache().find(KUBIA).orElseThrow();
              assertThat(app.deployment().status().availableReplicas()).isEqualTo(3);
              assertThat(app.pods()).hasSize(3).allMatch(PodRecord::ready);
              assertThat(app.replicaSets()).hasSize(1);
              assertThat(app.nodes()).isNotEmpty();
              assertThat(app.freshness().stale()).isFalse();
            });
  }

  @Test
  void doesWithoutNodesWhenItMayNotListThem() {
    cluster.api().faults().always(request -> request.path().endsWith("/nodes"), Fault.status(403));
    startWatch();
    deploy("luksa/kubia:1.0", 1);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(watched.cache().find(KUBIA)).isPresent();
              assertThat(watched.cache().find(KUBIA).orElseThrow().pods())
                  .isNotEmpty()
                  .allMatch(PodRecord::ready);
              assertThat(watched.cache().freshness().stale()).isFalse();
            });
    assertThat(watched.cache().nodes()).isEmpty();
    assertThat(watched.cache().nodesProblem()).startsWith("Node can't be watched: HTTP 403");

    cluster.api().faults().clear();
    await().atMost(Duration.ofSeconds(60)).until(() -> watched.cache().nodesProblem().isEmpty());
    assertThat(watched.cache().nodes()).hasSize(3);
  }

  @Test
  void seesOneselfsWriteAtOnce() {
    startWatch();
    for (int replicas = 1; replicas <= 20; replicas++) {
      Deployment written = deploy("luksa/kubia:1.0", replicas);

      boolean seen =
          watched
              .cache()
              .awaitSeen(
                  Kind.DEPLOYMENT,
                  ObjectKey.of(KUBIA),
                  written.getMetadata().getResourceVersion(),
                  SOON);

      assertThat(seen).isTrue();
      assertThat(watched.cache().find(KUBIA).orElseThrow().deployment().desiredReplicas())
          .isEqualTo(replicas);
    }
  }

  @Test
  void seesOneselfsDeletionAtOnce() {
    startWatch();
    Deployment written = deploy("luksa/kubia:1.0", 1);
    String version = written.getMetadata().getResourceVersion();
    watched.cache().awaitSeen(Kind.DEPLOYMENT, ObjectKey.of(KUBIA), version, SOON);

    watched.client().resource(written).delete();

    String uid = written.getMetadata().getUid();
    assertThat(watched.cache().awaitGone(Kind.DEPLOYMENT, ObjectKey.of(KUBIA), uid, SOON)).isTrue();
    assertThat(watched.cache().find(KUBIA)).isEmpty();
  }

  @Test
  void saysThatAWriteWasNotSeenWhenPatienceEnds() {
    startWatch();

    boolean seen =
        watched
            .cache()
            .awaitSeen(Kind.DEPLOYMENT, ObjectKey.of(KUBIA), "999999999999", Duration.ofMillis(50));

    assertThat(seen).isFalse();
  }

  @Test
  void becomesSyncedByItselfWhenApiServerWasAwayAtTheStart() {
    cluster.api().pause();
    watched = WatchedCluster.start(cluster.kubeconfigYaml());
    await().atMost(SOON).until(() -> !watched.cache().obstacle().isEmpty());
    assertThat(watched.cache().synced()).isFalse();
    assertThat(watched.cache().freshness().stale()).isTrue();

    cluster.api().resume();

    await().atMost(SOON).until(() -> watched.cache().synced());
    await().atMost(SOON).until(() -> !watched.cache().freshness().stale());
    assertThat(watched.cache().obstacle()).isEmpty();
  }

  @Test
  void answersStaleWhileApiServerIsAwayAndCatchesUpAfterwards() {
    startWatch();
    deploy("luksa/kubia:1.0", 2);
    await().atMost(SOON).until(() -> watched.cache().find(KUBIA).isPresent());

    cluster.api().pause();

    await().atMost(SOON).until(() -> watched.cache().freshness().stale());
    assertThat(watched.cache().find(KUBIA)).isPresent();
    assertThat(watched.cache().freshness().asOf()).isAfter(Instant.now().minusSeconds(60));

    cluster.api().resume();
    deploy("luksa/kubia:1.0", 5);

    await()
        .atMost(SOON)
        .until(() -> watched.cache().find(KUBIA).orElseThrow().deployment().desiredReplicas() == 5);
    await().atMost(SOON).until(() -> !watched.cache().freshness().stale());
  }

  @Test
  void staysFreshWhenWatchesEndInAnOrderlyWay() {
    startWatch();
    deploy("luksa/kubia:1.0", 1);

    cluster.api().closeWatches();
    deploy("luksa/kubia:1.0", 4);

    await()
        .atMost(SOON)
        .until(
            () -> {
              assertThat(watched.cache().freshness().stale()).isFalse();
              return watched
                  .cache()
                  .find(KUBIA)
                  .filter(app -> app.deployment().desiredReplicas() == 4)
                  .isPresent();
            });
  }

  @Test
  void listsAgainWithoutEmptyingWhenItsVersionIsGone() {
    startWatch();
    deploy("luksa/kubia:1.0", 1);
    await().atMost(SOON).until(() -> watched.cache().find(KUBIA).isPresent());
    cluster
        .api()
        .faults()
        .next(
            30,
            request -> request.flag("watch"),
            new Fault(
                Duration.ZERO, ApiException.expired("too old resource version"), null, false));
    cluster.api().closeWatches();
    deploy("luksa/kubia:1.0", 6);

    await()
        .atMost(SOON)
        .until(() -> watched.cache().find(KUBIA).orElseThrow().deployment().desiredReplicas() == 6);
    // What the list has found is seen before the watch that follows it is there.
    await().atMost(SOON).until(() -> watched.restarts(Kind.DEPLOYMENT) > 0);
  }

  @Test
  void survivesThrottlingAndServerErrors() {
    cluster
        .api()
        .faults()
        .next(20, request -> true, Fault.status(429).retryAfter(Duration.ofSeconds(1)));
    cluster.api().faults().next(20, request -> true, Fault.status(503));
    cluster.api().faults().next(10, request -> true, Fault.drop());

    watched = WatchedCluster.start(cluster.kubeconfigYaml());

    await().atMost(Duration.ofSeconds(45)).until(() -> watched.cache().synced());
  }

  @Test
  void takesUpAgainAWatchThatHasFallenSilent() {
    startWatch();
    deploy("luksa/kubia:1.0", 1);
    await().atMost(SOON).until(() -> watched.cache().find(KUBIA).isPresent());

    watched.watch().renewSilent(Duration.ZERO);

    await().atMost(SOON).until(() -> watched.restarts(Kind.DEPLOYMENT) == 1);
    deploy("luksa/kubia:1.0", 7);
    await()
        .atMost(SOON)
        .until(() -> watched.cache().find(KUBIA).orElseThrow().deployment().desiredReplicas() == 7);
  }

  @Test
  void keepsWarningsAboutPods() {
    startWatch();
    deploy("example.com/no-such-image:1", 1);

    await()
        .atMost(SOON)
        .until(
            () ->
                watched.cache().find(KUBIA).stream()
                    .flatMap(app -> app.events().stream())
                    .anyMatch(event -> event.warning() && event.objectKind().equals("Pod")));
  }

  private void startWatch() {
    watched = WatchedCluster.start(cluster.kubeconfigYaml());
    await().atMost(SOON).until(() -> watched.cache().synced());
  }

  private Deployment deploy(String image, int replicas) {
    Map<String, String> labels = Map.of("app", "kubia");
    Deployment deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("kubia")
            .withNamespace("default")
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
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
            .withImage(image)
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    return watched.client().resource(deployment).forceConflicts().serverSideApply();
  }
}
