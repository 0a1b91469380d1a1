// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.KubeconfigFacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionReaderTest {
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - {name: one, cluster: {server: "https://one.example:6443"}}
      - {name: two, cluster: {server: "https://two.example:6443"}}
      users:
      - {name: user, user: {token: secret-token}}
      contexts:
      - {name: first, context: {cluster: one, user: user}}
      - {name: second, context: {cluster: two, user: user}}
      current-context: first
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void takesCurrentContextOfKubeconfig() throws IOException {
    ClusterConnection found = read("source", "KUBECONFIG", "kubeconfig", kubeconfig());

    assertThat(found.problem()).isNull();
    assertThat(found.name()).isEqualTo("first");
    assertThat(found.config().getMasterUrl()).isEqualTo("https://one.example:6443/");
    assertThat(found.config().getAutoOAuthToken()).isEqualTo("secret-token");
  }

  @Test
  void takesNamedContextOfKubeconfig() throws IOException {
    ClusterConnection found =
        read("source", "KUBECONFIG", "kubeconfig", kubeconfig(), "context", "second");

    assertThat(found.name()).isEqualTo("second");
    assertThat(found.config().getMasterUrl()).isEqualTo("https://two.example:6443/");
  }

  @Test
  void tellsWhatTheKubeconfigSaysOfTheCluster() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("minikube"),
            """
            apiVersion: v1
            kind: Config
            clusters:
            - name: minikube
              cluster:
                server: "https://192.168.49.2:8443"
                extensions:
                - name: cluster_info
                  extension: {provider: minikube.sigs.k8s.io, version: v1.38.1}
            users:
            - name: someone
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: "true"
                  args: [get-token, --client-secret, hidden, --oidc-secret=hidden, --id, x]
            contexts:
            - name: minikube
              context: {cluster: minikube, user: someone}
            current-context: minikube
            """);

    KubeconfigFacts facts = read("source", "KUBECONFIG", "kubeconfig", file.toString()).facts();

    assertThat(facts)
        .isEqualTo(
            new KubeconfigFacts(
                "minikube",
                "minikube",
                "https://192.168.49.2:8443",
                "someone",
                "true",
                List.of("get-token", "--client-secret", "***", "--oidc-secret=***", "--id", "x"),
                null,
                "minikube.sigs.k8s.io"));
  }

  @Test
  void mergesFilesOfKubeconfigAsKubectlDoes() throws IOException {
    Path second =
        Files.writeString(
            folder.resolve("second"),
            """
            apiVersion: v1
            kind: Config
            clusters:
            - {name: one, cluster: {server: "https://hidden.example:6443"}}
            - {name: three, cluster: {server: "https://three.example:6443"}}
            contexts:
            - {name: third, context: {cluster: three, user: user}}
            current-context: third
            """);
    environment.put(
        "KUBECONFIG", String.join(File.pathSeparator, "/nowhere", kubeconfig(), second.toString()));

    assertThat(read().name()).isEqualTo("first");
    assertThat(read().config().getMasterUrl()).isEqualTo("https://one.example:6443/");
    ClusterConnection third = read("context", "third");
    assertThat(third.config().getMasterUrl()).isEqualTo("https://three.example:6443/");
    assertThat(third.config().getAutoOAuthToken()).isEqualTo("secret-token");
  }

  @Test
  void saysWhichContextIsMissing() throws IOException {
    ClusterConnection found =
        read("source", "KUBECONFIG", "kubeconfig", kubeconfig(), "context", "third");

    assertThat(found.problem()).contains("'third'").contains("roadstead.kubernetes.context");
  }

  @Test
  void saysWhereThereIsNoKubeconfig() {
    ClusterConnection found = read("source", "KUBECONFIG", "kubeconfig", folder + "/none");

    assertThat(found.problem()).contains(folder + "/none");
  }

  @Test
  void saysThatKubeconfigIsMalformed() throws IOException {
    Path file = Files.writeString(folder.resolve("bad"), "contexts: [");

    assertThat(read("source", "KUBECONFIG", "kubeconfig", file.toString()).problem())
        .contains(file.toString());
  }

  @Test
  void looksWhereKubectlLooks() throws IOException {
    environment.put("KUBECONFIG", kubeconfig() + ":/nowhere");
    assertThat(read().name()).isEqualTo("first");
    environment.clear();
    Files.createDirectory(folder.resolve(".kube"));
    Files.writeString(folder.resolve(".kube/config"), KUBECONFIG.replace("first", "home"));
    assertThat(read().name()).isEqualTo("home");
  }

  @Test
  void takesServiceAccountWhereThereIsOne() throws IOException {
    mountServiceAccount();

    ClusterConnection found = read();

    assertThat(found.name()).isEqualTo("in-cluster");
    assertThat(found.config().getMasterUrl()).isEqualTo("https://[fd00::1]:443/");
    assertThat(found.facts()).isNull();
    assertThat(found.credentials().get(Duration.ofSeconds(5)).token()).isEqualTo("first-token");
  }

  @Test
  void saysThatThereIsNoServiceAccount() {
    assertThat(read("source", "IN_CLUSTER").problem()).contains("automountServiceAccountToken");
  }

  @Test
  void saysThatBuildHasNoSimulatedCluster() {
    assertThat(read("source", "SIMULATED").problem()).contains("no simulated cluster");
  }

  @Test
  void takesOwnClusterWhenSimulated() {
    ClusterConnection found =
        reader(Map.of("source", "SIMULATED"), Optional.of(() -> KUBECONFIG)).read();

    assertThat(found.name()).isEqualTo("simulated");
    assertThat(found.config().getMasterUrl()).isEqualTo("https://one.example:6443/");
  }

  @Test
  void ignoresSystemPropertiesOfTheClient() throws IOException {
    System.setProperty("kubernetes.master", "https://elsewhere.example");
    System.setProperty("kubernetes.auth.token", "another");
    try {
      ClusterConnection found = read("source", "KUBECONFIG", "kubeconfig", kubeconfig());
      assertThat(found.config().getMasterUrl()).isEqualTo("https://one.example:6443/");
      assertThat(found.config().getAutoOAuthToken()).isEqualTo("secret-token");
      assertThat(found.config().getOauthToken()).isNull();
    } finally {
      System.clearProperty("kubernetes.master");
      System.clearProperty("kubernetes.auth.token");
    }
  }

  @Test
  void keepsCredentialsOutOfItsText() throws IOException {
    assertThat(read("source", "KUBECONFIG", "kubeconfig", kubeconfig()).toString())
        .doesNotContain("secret-token");
  }

  private String kubeconfig() throws IOException {
    return Files.writeString(folder.resolve("kubeconfig"), KUBECONFIG).toString();
  }

  private void mountServiceAccount() throws IOException {
    Files.writeString(folder.resolve("token"), "first-token\n");
    Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----");
    environment.put("KUBERNETES_SERVICE_HOST", "fd00::1");
    environment.put("KUBERNETES_SERVICE_PORT", "443");
  }

  private ClusterConnection read(String... settings) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return reader(values, Optional.empty()).read();
  }

  private ConnectionReader reader(Map<String, String> settings, Optional<KubeconfigSource> own) {
    Map<String, String> values = new HashMap<>();
    settings.forEach((key, value) -> values.put("roadstead.kubernetes." + key, value));
    return new ConnectionReader(
        Configured.with(values),
        own,
        new Machine(environment, folder, new ServiceAccountFiles(folder), Clock.systemUTC()));
  }
}
