// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proves that the cluster other tests rely on behaves as a real one with real nodes would. */
@Tag("real")
final class RealClusterIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static RealCluster cluster;
  private static KubernetesClient client;

  @BeforeAll
  static void startCluster() {
    assumeThat(RealCluster.isAvailable()).as("not on a cluster of one's own").isTrue();
    cluster = RealCluster.shared();
    Config config = Config.fromKubeconfig(cluster.kubeconfigYaml());
    config.setRequestRetryBackoffLimit(0);
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterAll
  static void closeClient() {
    if (client != null) {
      client.close();
    }
  }

  @AfterEach
  void deleteDeployments() {
    client.apps().deployments().inNamespace("default").delete();
    await()
        .atMost(SOON)
        .until(() -> client.pods().inNamespace("default").list().getItems().isEmpty());
  }

  @Test
  void offersThreeReadyNodesInThreeZones() {
    assertThat(client.nodes().list().getItems())
        .allMatch(Readiness::isNodeReady)
        .extracting(RealClusterIT::zone)
        .containsExactly("zone-a", "zone-b", "zone-c");
    assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v" + cluster.version());
  }

  @Test
  void makesDeploymentAvailableWithOnePodPerNode() {
    client.resource(deployment("web", "nginx:1.27", 3)).serverSideApply();

    awaitAvailable("web", 3);
    assertThat(client.pods().inNamespace("default").list().getItems())
        .allSatisfy(pod -> assertThat(pod.getStatus().getPodIP()).startsWith("10.244."))
        .extracting(pod -> pod.getSpec().getNodeName())
        .containsExactlyInAnyOrder("node-1", "node-2", "node-3");
  }

  @Test
  void rollsDeploymentToNewImage() {
    client.resource(deployment("web", "nginx:1.27", 3)).serverSideApply();
    awaitAvailable("web", 3);

    client.resource(deployment("web", "nginx:1.28", 3)).serverSideApply();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(client.pods().inNamespace("default").list().getItems())
                    .hasSize(3)
                    .extracting(pod -> pod.getSpec().getContainers().get(0).getImage())
                    .containsOnly("nginx:1.28"));
  }

  @Test
  void backsOffWhenImageCannotBePulled() {
    awaitContainer("example.com/no-such-image:1", waitingFor("ImagePullBackOff"));
    assertThat(onlyPod().getStatus().getPhase()).isEqualTo("Pending");
  }

  @Test
  void backsOffWhenContainerCrashes() {
    awaitContainer("example.com/crash:1", waitingFor("CrashLoopBackOff"));
    assertThat(onlyContainer().getRestartCount()).isEqualTo(3);
    assertThat(onlyContainer().getLastState().getTerminated().getExitCode()).isEqualTo(1);
  }

  @Test
  void reportsOutOfMemoryWhenContainerIsKilled() {
    awaitContainer("example.com/oom:1", waitingFor("CrashLoopBackOff"));
    assertThat(onlyContainer().getLastState().getTerminated().getReason()).isEqualTo("OOMKilled");
    assertThat(onlyContainer().getLastState().getTerminated().getExitCode()).isEqualTo(137);
  }

  @Test
  void runsWithoutBecomingReady() {
    awaitContainer("example.com/never-ready:1", status -> status.getState().getRunning() != null);
    assertThat(onlyPod().getStatus().getPhase()).isEqualTo("Running");
    assertThat(Readiness.isPodReady(onlyPod())).isFalse();
  }

  @Test
  void deniesServiceAccountWhatNobodyAllowed() {
    String token =
        client
            .serviceAccounts()
            .inNamespace("default")
            .withName("default")
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(client.getConfiguration().getMasterUrl())
            .withCaCertData(client.getConfiguration().getCaCertData())
            .withOauthToken(token)
            .build();

    try (KubernetesClient account = new KubernetesClientBuilder().withConfig(config).build()) {
      assertThatThrownBy(() -> account.pods().inNamespace("default").list())
          .hasMessageContaining("system:serviceaccount:default:default");
    }
  }

  @Test
  void answersKubectl() throws Exception {
    Process kubectl =
        new ProcessBuilder(
                cluster.bin("kubectl").toString(),
                "--kubeconfig=" + cluster.kubeconfig(),
                "get",
                "nodes",
                "--output=name")
            .redirectErrorStream(true)
            .start();
    String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(kubectl.waitFor(30, SECONDS)).isTrue();
    assertThat(output.lines()).containsExactly("node/node-1", "node/node-2", "node/node-3");
  }

  @Test
  void keepsItsDataAndGoesOnWhenApiServerComesBack() {
    client.resource(deployment("web", "nginx:1.27", 1)).serverSideApply();
    awaitAvailable("web", 1);

    cluster.stopApiServer();
    try {
      assertThatThrownBy(() -> client.nodes().list()).isInstanceOf(KubernetesClientException.class);
    } finally {
      cluster.startApiServer();
    }

    client.apps().deployments().inNamespace("default").withName("web").scale(3);
    awaitAvailable("web", 3);
  }

  private static void awaitContainer(String image, Predicate<ContainerStatus> reached) {
    client.resource(deployment("broken", image, 1)).serverSideApply();
    await().atMost(SOON).ignoreExceptions().until(() -> reached.test(onlyContainer()));
  }

  private static Predicate<ContainerStatus> waitingFor(String reason) {
    return status ->
        status.getState().getWaiting() != null
            && reason.equals(status.getState().getWaiting().getReason());
  }

  private static void awaitAvailable(String name, int replicas) {
    await()
        .atMost(SOON)
        .until(
            () -> client.apps().deployments().inNamespace("default").withName(name).get(),
            found -> Integer.valueOf(replicas).equals(found.getStatus().getAvailableReplicas()));
  }

  private static Pod onlyPod() {
    return client.pods().inNamespace("default").list().getItems().get(0);
  }

  private static ContainerStatus onlyContainer() {
    return onlyPod().getStatus().getContainerStatuses().get(0);
  }

  private static String zone(Node node) {
    return node.getMetadata().getLabels().get("topology.kubernetes.io/zone");
  }

  private static Deployment deployment(String name, String image, int replicas) {
    Map<String, String> labels = Map.of("app.kubernetes.io/name", name);
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(name)
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
        .withName("app")
        .withImage(image)
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }
}
