// SPDX-License-Identifier: Apache-2.0
package io.roadstead.deployment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.testing.RealCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installs {@code deployment/} in a real cluster, as a reader of the README does. */
@Tag("real")
final class ManifestsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String NAMESPACE = "roadstead";

  private static RealCluster cluster;
  private static KubernetesClient client;

  @BeforeAll
  static void install() throws Exception {
    assumeThat(RealCluster.isAvailable()).as("not on a cluster of one's own").isTrue();
    cluster = RealCluster.shared();
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfigYaml()))
            .build();
    kubectl("apply", "--server-side", "--kustomize=deployment");
  }

  @AfterAll
  static void uninstall() throws Exception {
    if (client != null) {
      kubectl("delete", "--kustomize=deployment", "--wait=false");
      client.close();
    }
  }

  @Test
  void runsTwoPodsThatTheRestrictedPodSecurityAdmits() {
    assertThat(client.namespaces().withName(NAMESPACE).get().getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");

    await()
        .atMost(SOON)
        .until(
            () -> client.apps().deployments().inNamespace(NAMESPACE).withName("roadstead").get(),
            found -> Integer.valueOf(2).equals(found.getStatus().getAvailableReplicas()));
    assertThat(client.pods().inNamespace(NAMESPACE).list().getItems())
        .hasSize(2)
        .extracting(Pod::getSpec)
        .allSatisfy(spec -> assertThat(spec.getServiceAccountName()).isEqualTo("roadstead"));
  }

  @Test
  void changesNothingWhenInstalledAgain() throws Exception {
    String before = resourceVersion();

    kubectl("apply", "--server-side", "--kustomize=deployment");

    assertThat(resourceVersion()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "apps, deployments, get list watch create patch delete",
    "'', services, get list watch create patch delete",
    "autoscaling, horizontalpodautoscalers, get list watch create patch delete",
    "'', configmaps, get list create patch delete",
    "'', persistentvolumeclaims, get create patch",
    "apps, replicasets, list watch",
    "'', pods, list watch",
    "'', events, list watch",
    "'', nodes, list watch",
    "'', namespaces, get",
    "discovery.k8s.io, endpointslices, list watch",
    "networking.k8s.io, ingressclasses, list",
    "gateway.networking.k8s.io, gatewayclasses, list",
  })
  void allowsWhatItNeeds(String group, String resource, String verbs) {
    for (String verb : verbs.split(" ")) {
      assertThat(isAllowed(verb, group, resource)).as("%s %s", verb, resource).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', secrets, get list watch create patch",
    "'', configmaps, watch update",
    "'', persistentvolumeclaims, list watch update delete",
    "'', serviceaccounts, get create impersonate",
    "'', serviceaccounts/token, create",
    "'', pods, get create patch delete",
    "'', pods/exec, create get",
    "'', nodes, get patch delete",
    "'', namespaces, list watch create patch delete",
    "apps, deployments, update deletecollection",
    "apps, replicasets, patch delete",
    "apps, daemonsets, create",
    "networking.k8s.io, ingressclasses, get watch create patch",
    "networking.k8s.io, ingresses, list create",
    "rbac.authorization.k8s.io, clusterroles, get bind escalate create",
    "rbac.authorization.k8s.io, rolebindings, create",
    "'', users, impersonate",
  })
  void deniesWhatItDoesNotNeed(String group, String resource, String verbs) {
    for (String verb : verbs.split(" ")) {
      assertThat(isAllowed(verb, group, resource)).as("%s %s", verb, resource).isFalse();
    }
  }

  private static boolean isAllowed(String verb, String group, String resource) {
    String[] parts = resource.split("/");
    SubjectAccessReview review =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser("system:serviceaccount:roadstead:roadstead")
            .withNewResourceAttributes()
            .withNamespace("default")
            .withVerb(verb)
            .withGroup(group)
            .withResource(parts[0])
            .withSubresource(parts.length > 1 ? parts[1] : null)
            .endResourceAttributes()
            .endSpec()
            .build();
    return client.resource(review).create().getStatus().getAllowed();
  }

  private static String resourceVersion() {
    return client
        .services()
        .inNamespace(NAMESPACE)
        .withName("roadstead")
        .get()
        .getMetadata()
        .getResourceVersion();
  }

  private static void kubectl(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(cluster.bin("kubectl").toString());
    builder.command().add("--kubeconfig=" + cluster.kubeconfig());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
