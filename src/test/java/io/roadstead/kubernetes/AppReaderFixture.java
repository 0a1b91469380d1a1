// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppState;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Reachability;
import io.roadstead.cluster.Surroundings;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.status.StatusReader;
import io.roadstead.kubernetes.view.ViewReader;
import io.roadstead.kubernetes.watch.WatchedCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A namespace of its own for each test, a reader, and what somebody would do with kubectl. */
abstract class AppReaderFixture {
  static final Duration SOON = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  WatchedCluster watched;
  AppReader reader;
  String namespace;

  /** A kubeconfig of the cluster, whose user may do everything. */
  abstract String kubeconfigYaml();

  /** Nothing is known of the cluster, unless a test is about what is. */
  Surroundings surroundings() {
    return () -> ClusterTraits.UNKNOWN;
  }

  @BeforeEach
  void startReader() {
    watched = WatchedCluster.start(kubeconfigYaml());
    var clock = Clock.systemUTC();
    var statusReader = new StatusReader(clock, surroundings(), Reachability.NONE);
    reader = new AppReader(watched.cache(), statusReader, new ViewReader(clock, statusReader));
    await().atMost(SOON).until(() -> watched.cache().synced());
    namespace = "read-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    watched
        .client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  @AfterEach
  void stopReader() {
    watched.client().namespaces().withName(namespace).delete();
    watched.close();
  }

  AppName name(String app) {
    return new AppName(namespace, app);
  }

  App find(String app) {
    return reader.find(name(app)).orElseThrow();
  }

  App awaitState(String app, AppState state) {
    await("state " + state)
        .atMost(SOON)
        .until(() -> reader.find(name(app)).filter(a -> a.status().state() == state).isPresent());
    return find(app);
  }

  App awaitReason(String app, Reason reason) {
    await("reason " + reason)
        .atMost(SOON)
        .until(() -> reader.find(name(app)).stream().anyMatch(a -> reasons(a).contains(reason)));
    return find(app);
  }

  static List<Reason> reasons(App app) {
    return app.status().reasons().stream().map(StatusReason::reason).toList();
  }

  void awaitSeen(Deployment written) {
    ObjectKey key = new ObjectKey(namespace, written.getMetadata().getName());
    String version = written.getMetadata().getResourceVersion();
    assertThat(watched.cache().awaitSeen(Kind.DEPLOYMENT, key, version, SOON)).isTrue();
  }

  Deployment deploy(String name, String image, int replicas) {
    return apply(deployment(name, image, replicas));
  }

  Deployment apply(DeploymentBuilder deployment) {
    return watched.client().resource(deployment.build()).forceConflicts().serverSideApply();
  }

  DeploymentBuilder deployment(String name, String image, int replicas) {
    Map<String, String> labels = Map.of("app", name);
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels)
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
        .endSpec();
  }

  /** The same with its one container changed. */
  static DeploymentBuilder with(DeploymentBuilder deployment, Consumer<ContainerBuilder> change) {
    return deployment.accept(ContainerBuilder.class, change::accept);
  }
}
