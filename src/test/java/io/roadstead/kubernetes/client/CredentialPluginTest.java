// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.roadstead.app.ErrorCode;
import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.client.RecordingApiServer.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kubeconfigs with a credential plugin, as each system's tools write them. */
final class CredentialPluginTest {
  private static final String V1BETA1 = "client.authentication.k8s.io/v1beta1";
  private static final Duration LIFE = Duration.ofMinutes(15);

  @TempDir Path folder;
  private RecordingApiServer server;
  private Workstation station;

  @BeforeEach
  void start() throws Exception {
    server = RecordingApiServer.start();
    station = new Workstation(folder, server.url());
  }

  @AfterEach
  void stop() {
    station.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "gke, gke-gcloud-auth-plugin, v1beta1, ''",
    "eks, aws, v1beta1, --region us-east-1 eks get-token --cluster-name my-cluster",
    "eks-old-cli, aws, v1alpha1, --region us-east-1 eks get-token --cluster-name my-cluster",
    "eks-authenticator, aws-iam-authenticator, v1beta1, token -i my-cluster",
    "aks, kubelogin, v1beta1, get-token --environment AzurePublicCloud --server-id",
    "ack-plugin-token, ack-ram-tool, v1beta1, credential-plugin get-token --cluster-id",
    "oke, oci, v1beta1, ce cluster generate-token --cluster-id ocid1.cluster.oc1.iad.example",
    "digitalocean, doctl, v1beta1, kubernetes cluster kubeconfig exec-credential",
    "oidc-login, kubelogin, v1, get-token --oidc-issuer-url=https://issuer.example",
  })
  void sendsTokenAndNextOneWhenItExpires(String system, String command, String version, String args)
      throws IOException {
    FakePlugin plugin = new FakePlugin(folder, command).install();
    String apiVersion = "client.authentication.k8s.io/" + version;
    plugin.answerToken(apiVersion, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig(system).service();
    assertThat(plugin.runs()).as("runs of the plugin at the start").isZero();

    service.version();
    service.version();

    assertThat(server.last()).isEqualTo(new Asked("Bearer token-1", null));
    assertThat(plugin.runs()).isEqualTo(1);
    assertThat(String.join(" ", plugin.args())).startsWith(args);
    KubeconfigFacts facts = Objects.requireNonNull(service.connection().facts());
    assertThat(facts.execCommand()).isEqualTo(command);
    assertThat(String.join(" ", facts.execArgs())).startsWith(args);

    plugin.answerToken(apiVersion, "token-2", station.clock.instant().plus(LIFE).plus(LIFE));
    station.clock.advance(LIFE);
    service.version();

    assertThat(server.last()).isEqualTo(new Asked("Bearer token-2", null));
    assertThat(plugin.runs()).isEqualTo(2);
  }

  @Test
  void getsNextTokenInBackgroundShortlyBeforeTheOldOneExpires() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("eks").service();
    service.version();
    plugin.answerToken(V1BETA1, "token-2", station.clock.instant().plus(LIFE).plus(LIFE));
    station.clock.advance(LIFE.minusSeconds(30));

    service.version();

    assertThat(server.last().authorization()).isEqualTo("Bearer token-1");
    await()
        .untilAsserted(
            () -> {
              service.version();
              assertThat(server.last().authorization()).isEqualTo("Bearer token-2");
            });
  }

  @Test
  void renewsTokenThatIsRefused() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("eks").service();
    service.version();
    plugin.answerToken(V1BETA1, "token-2", station.clock.instant().plus(LIFE));
    station.clock.advance(Duration.ofMinutes(1));
    server.acceptToken("token-2");

    assertThat(service.version()).isEqualTo("v1.30.0");

    assertThat(server.asked())
        .extracting(Asked::authorization)
        .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void renewsTokenThatIsRefusedToWatch() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("eks").service();
    service.version();
    plugin.answerToken(V1BETA1, "token-2", station.clock.instant().plus(LIFE));
    station.clock.advance(Duration.ofMinutes(1));
    server.acceptToken("token-2");

    // The server knows no watches; what counts is how it was asked.
    Assertions.catchThrowable(() -> service.client().pods().watch(new Events()).close());

    assertThat(server.asked())
        .extracting(Asked::authorization)
        .startsWith("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void doesNotRunPluginForEachCallThatIsRefused() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("eks").service();
    server.accept(request -> false);

    assertThat(service.failure().code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(service.failure().code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);

    assertThat(plugin.runs()).isEqualTo(1);
  }

  @Test
  void presentsCertificateAndNextOneWhenItExpires() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "ack-ram-tool").install();
    plugin.answerCertificate(V1BETA1, Identities.FIRST, station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("ack-plugin-certificate").service();

    service.version();
    service.version();

    assertThat(server.last()).isEqualTo(new Asked(null, "CN=first"));
    plugin.answerCertificate(
        V1BETA1, Identities.SECOND, station.clock.instant().plus(LIFE).plus(LIFE));
    station.clock.advance(LIFE);
    service.version();
    service.version();

    assertThat(server.last()).isEqualTo(new Asked(null, "CN=second"));
    assertThat(plugin.runs()).isEqualTo(2);
  }

  @Test
  void tellsPluginOfTheClusterWhenItWantsToKnow() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "gke-gcloud-auth-plugin").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));

    station.kubeconfig("gke").service().version();

    JsonNode info = new ObjectMapper().readTree(plugin.info());
    assertThat(info.path("kind").asText()).isEqualTo("ExecCredential");
    assertThat(info.path("apiVersion").asText()).isEqualTo(V1BETA1);
    assertThat(info.path("spec").path("interactive").asBoolean(true)).isFalse();
    JsonNode cluster = info.path("spec").path("cluster");
    assertThat(cluster.path("server").asText()).isEqualTo(server.url());
    assertThat(Base64.getDecoder().decode(cluster.path("certificate-authority-data").asText()))
        .asString()
        .isEqualTo(Identities.SERVER.certificatePem());
  }

  @Test
  void tellsPluginNothingOfTheClusterOtherwiseButItsVariables() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));

    station.kubeconfig("eks").service().version();

    assertThat(new ObjectMapper().readTree(plugin.info()).path("spec").has("cluster")).isFalse();
    assertThat(plugin.profile()).isEqualTo("dev");
  }

  @Test
  void passesArgumentsWithoutShell() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    station.kubeconfig("eks");
    replace("my-cluster\n      - --role", "'a b;$(touch hacked)\"c\"'\n      - --role");

    station.service().version();

    assertThat(plugin.args()).contains("a b;$(touch hacked)\"c\"");
  }

  @Test
  void findsCommandRelativeToKubeconfig() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    FakePlugin plugin = new FakePlugin(bin, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    station.kubeconfig("eks");
    replace("command: aws", "command: ./bin/aws");

    station.service().version();

    assertThat(server.last().authorization()).isEqualTo("Bearer token-1");
  }

  @Test
  void keepsSecretsOutOfTexts() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plus(LIFE));
    Workstation.Service service = station.kubeconfig("eks").service();
    service.version();

    assertThat(List.of(service.connection()).toString()).doesNotContain("token-1", "dev");
  }

  private static final class Events implements Watcher<Pod> {
    @Override
    public void eventReceived(Action action, Pod pod) {}

    @Override
    public void onClose(WatcherException cause) {}
  }

  private void replace(String old, String by) throws IOException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, Files.readString(file).replace(old, by));
  }
}
