// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.client.RecordingApiServer.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kubeconfigs with a client certificate reach an API server that asks for one. */
final class ClientCertificateTest {
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
    "docker-desktop, docker-desktop, docker-desktop, docker-desktop",
    "minikube, minikube, minikube, minikube",
    "kind, kind-kind, kind-kind, kind-kind",
    "kubeadm, kubernetes-admin@kubernetes, kubernetes, kubernetes-admin",
    "ack, kubernetes-admin-cb76676aa34fd492fbdb79014a4c59d53, kubernetes, kubernetes-admin",
    "ibm-admin, mycluster/db32f95s0learmn856i0/admin, mycluster/db32f95s0learmn856i0,"
        + " admin/db32f95s0learmn856i0",
  })
  void reachesServer(String system, String context, String cluster, String user)
      throws IOException {
    writeMinikubeFiles();
    Workstation.Service service = station.kubeconfig(system).service();

    assertThat(service.version()).isEqualTo("v1.30.0");

    assertThat(server.last()).isEqualTo(new Asked(null, "CN=first"));
    KubeconfigFacts facts = Objects.requireNonNull(service.connection().facts());
    assertThat(facts.contextName()).isEqualTo(context);
    assertThat(facts.clusterName()).isEqualTo(cluster);
    assertThat(facts.userName()).isEqualTo(user);
    assertThat(facts.server()).isEqualTo(server.url());
    assertThat(facts.execCommand()).isNull();
    assertThat(facts.authProviderIssuer()).isNull();
    assertThat(facts.clusterExtensionProvider())
        .isEqualTo(system.equals("minikube") ? "minikube.sigs.k8s.io" : null);
  }

  @Test
  void takesBothCertificateAndTokenOfLocalAccountsOfAks() throws IOException {
    Workstation.Service service =
        station.with("token", "aks-token").kubeconfig("aks-admin").service();

    service.version();

    assertThat(server.last()).isEqualTo(new Asked("Bearer aks-token", "CN=first"));
  }

  @Test
  void takesEllipticKeyThatDoesNotSaySo() throws IOException {
    Workstation.Service service =
        station
            .with("certificate", base64(Identities.SECOND.certificatePem()))
            .with("key", base64(Identities.SECOND.keyPem()))
            .kubeconfig("kind")
            .service();

    service.version();

    assertThat(server.last().client()).isEqualTo("CN=second");
  }

  @Test
  void saysWhichFilesAreMissing() throws IOException {
    writeMinikubeFiles();
    Files.delete(folder.resolve(".minikube/profiles/minikube/client.key"));

    ClusterConnection connection = station.kubeconfig("minikube").connection();

    assertThat(connection.problem())
        .contains("client certificate")
        .contains(folder + "/.minikube/profiles/minikube/client.key")
        .contains("write the kubeconfig again");
  }

  @Test
  void saysThatAuthorityIsMissing() throws IOException {
    assertThat(station.kubeconfig("minikube").connection().problem())
        .contains("certificate authority")
        .contains(folder + "/.minikube/ca.crt");
  }

  @Test
  void showsNothingOfMalformedKey() throws IOException {
    String key = base64("-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----");

    ClusterConnection connection = station.with("key", key).kubeconfig("kind").connection();

    assertThat(connection.problem()).contains("client certificate or its key").doesNotContain(key);
  }

  private void writeMinikubeFiles() throws IOException {
    Path profile = Files.createDirectories(folder.resolve(".minikube/profiles/minikube"));
    Files.writeString(folder.resolve(".minikube/ca.crt"), Identities.SERVER.certificatePem());
    Files.writeString(profile.resolve("client.crt"), Identities.FIRST.certificatePem());
    Files.writeString(profile.resolve("client.key"), Identities.FIRST.rsaKeyPem());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
