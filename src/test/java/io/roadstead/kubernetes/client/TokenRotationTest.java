// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.kubernetes.client.RecordingApiServer.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that others replace: those of a service account, and those of a kubeconfig. */
final class TokenRotationTest {
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

  @Test
  void sendsRotatedTokenOfServiceAccountWithoutRestart() throws IOException {
    Workstation.Service service = inCluster();
    service.version();
    assertThat(server.last()).isEqualTo(new Asked("Bearer token-1", null));

    Files.writeString(folder.resolve("token"), "token-2\n");
    station.clock.advance(Duration.ofMinutes(1));
    service.version();

    assertThat(server.last()).isEqualTo(new Asked("Bearer token-2", null));
  }

  @Test
  void readsRefusedTokenOfServiceAccountAgain() throws IOException {
    Workstation.Service service = inCluster();
    service.version();
    Files.writeString(folder.resolve("token"), "token-2");
    server.acceptToken("token-2");
    station.clock.advance(Duration.ofSeconds(10));

    assertThat(service.version()).isEqualTo("v1.30.0");
  }

  @Test
  void saysThatTokenOfServiceAccountIsGone() throws IOException {
    Workstation.Service service = inCluster();
    Files.delete(folder.resolve("token"));

    assertThat(service.failure())
        .hasMessage("The token file " + folder.resolve("token") + " can't be read.");
  }

  @Test
  void readsRefusedTokenOfKubeconfigAgain() throws IOException {
    Workstation.Service service =
        station.with("token", "token-1").kubeconfig("openshift").service();
    service.version();
    assertThat(server.last()).isEqualTo(new Asked("Bearer token-1", null));
    station.with("token", "token-2").kubeconfig("openshift");
    server.acceptToken("token-2");
    station.clock.advance(Duration.ofSeconds(10));

    assertThat(service.version()).isEqualTo("v1.30.0");
  }

  @Test
  void readsTokenFileOfKubeconfig() throws IOException {
    Files.writeString(folder.resolve("mine"), "token-1\n");
    station.kubeconfig("openshift");
    edit("token: ${token}", "tokenFile: mine");

    station.service().version();

    assertThat(server.last()).isEqualTo(new Asked("Bearer token-1", null));
  }

  @Test
  void refusesToActAsAnother() throws IOException {
    station.with("token", "token-1").kubeconfig("openshift");
    edit("token: token-1", "token: token-1\n    as: system:admin");

    assertThat(station.connection().problem()).contains("impersonates another user");
  }

  @Test
  void saysThatAuthProviderIsGivenUp() throws IOException {
    station.kubeconfig("openshift");
    edit("token: ${token}", "auth-provider: {name: gcp, config: {access-token: secret}}");

    assertThat(station.connection().problem())
        .contains("auth-provider 'gcp'")
        .contains("write the kubeconfig again");
  }

  @Test
  void saysThatContextHasNoCluster() throws IOException {
    station.kubeconfig("openshift");
    edit("    cluster: api-cluster-example-com:6443", "    cluster: another");

    assertThat(station.connection().problem()).contains("has no cluster");
  }

  private Workstation.Service inCluster() throws IOException {
    Files.writeString(folder.resolve("token"), "token-1\n");
    Files.writeString(folder.resolve("ca.crt"), Identities.SERVER.certificatePem());
    return station
        .setting("source", "IN_CLUSTER")
        .variable("KUBERNETES_SERVICE_HOST", "127.0.0.1")
        .variable("KUBERNETES_SERVICE_PORT", Integer.toString(server.port()))
        .service();
  }

  private void edit(String old, String by) throws IOException {
    Path file = folder.resolve("kubeconfig");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, by));
  }
}
