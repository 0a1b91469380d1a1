// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.quarkus.runtime.StartupEvent;
import io.roadstead.simulation.ClusterMemory;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalClusterTest {

  @Test
  void stopsTheStartWhenThereIsNoSuchSystem() {
    LocalCluster local = new LocalCluster(new Chosen("heroku", null));
    assertThatThrownBy(() -> local.check(new StartupEvent()))
        .hasMessageStartingWith("roadstead.simulation.*: There is no system \"heroku\"; there are")
        .hasMessageContaining("docker-desktop/kubeadm, docker-desktop/kind, minikube")
        .hasMessageContaining("digitalocean");
  }

  @Test
  void stopsTheStartWhenTheSystemCannotHaveSoManyNodes() {
    LocalCluster local = new LocalCluster(new Chosen("docker-desktop", 2));
    assertThatThrownBy(() -> local.check(new StartupEvent()))
        .hasMessageContaining("at most 1 node(s), not 2");
  }

  @Test
  void startsTheChosenSystemWithTheChosenNodes() {
    LocalCluster local = new LocalCluster(new Chosen("gke", 2));
    assertThatCode(() -> local.check(new StartupEvent())).doesNotThrowAnyException();
    try {
      assertThat(local.kubeconfig()).contains("gke_demo-project_europe-west1_demo");
      assertThat(local.cluster().store().list(ResourceKinds.NODE, "")).hasSize(2);
    } finally {
      local.stop();
    }
  }

  @Test
  void goesOnWithTheAppsOfAFormerCluster() {
    var options = SimulatedClusterOptions.defaults().withDelayFactor(0);
    ObjectNode deployment = deployment();
    ClusterMemory kept;
    try (SimulatedCluster former = SimulatedCluster.start(options)) {
      former.store().create(ResourceKinds.DEPLOYMENT, deployment, WriteOptions.by("test"));
      await().until(() -> runningPods(former) == 2);
      kept = ClusterMemory.ofText(former.memory().text());
    }

    try (SimulatedCluster later =
        SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0), kept)) {
      await().until(() -> runningPods(later) == 2);
      assertThat(uids(later, ResourceKinds.DEPLOYMENT)).isEqualTo(uids(kept, "Deployment"));
      assertThat(uids(later, ResourceKinds.REPLICA_SET)).isEqualTo(uids(kept, "ReplicaSet"));
      assertThat(later.store().list(ResourceKinds.NODE, "")).hasSize(3);
    }
  }

  private static ObjectNode deployment() {
    return (ObjectNode)
        new KubernetesSerialization()
            .convertValue(
                new DeploymentBuilder()
                    .withNewMetadata()
                    .withName("kubia")
                    .withNamespace("default")
                    .endMetadata()
                    .withNewSpec()
                    .withReplicas(2)
                    .withNewSelector()
                    .addToMatchLabels("app", "kubia")
                    .endSelector()
                    .withNewTemplate()
                    .withNewMetadata()
                    .addToLabels("app", "kubia")
                    .endMetadata()
                    .withNewSpec()
                    .addNewContainer()
                    .withName("kubia")
                    .withImage("luksa/kubia:1.0")
                    .endContainer()
                    .endSpec()
                    .endTemplate()
                    .endSpec()
                    .build(),
                JsonNode.class);
  }

  private static long runningPods(SimulatedCluster cluster) {
    return cluster.store().list(ResourceKinds.POD, "default").stream()
        .filter(pod -> pod.at("/status/phase").asText().equals("Running"))
        .count();
  }

  private static List<String> uids(SimulatedCluster cluster, ResourceKind kind) {
    return cluster.store().list(kind, "").stream()
        .map(object -> object.at("/metadata/uid").asText())
        .toList();
  }

  private static List<String> uids(ClusterMemory memory, String kind) {
    return memory.objects().stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .map(object -> object.at("/metadata/uid").asText())
        .toList();
  }

  @Test
  void documentsEverySystem() throws IOException {
    String document = Files.readString(Path.of("docs", "configuration.md"));
    assertThat(SimulatedClusterOptions.systems())
        .allSatisfy(id -> assertThat(document).contains(id.replaceFirst("/.*", "")));
  }

  /** A configuration of a system and, where it says so, a number of nodes. */
  private record Chosen(String name, @Nullable Integer wanted) implements SimulationConfig {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public Optional<String> system() {
      return Optional.of(name);
    }

    @Override
    public Optional<Integer> nodes() {
      return Optional.ofNullable(wanted);
    }

    @Override
    public Optional<String> kubernetesVersion() {
      return Optional.empty();
    }

    @Override
    public double delayFactor() {
      return 1;
    }
  }
}
