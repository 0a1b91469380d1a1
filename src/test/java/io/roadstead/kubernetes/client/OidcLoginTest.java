// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.cluster.KubeconfigFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auth-provider {@code oidc}, as IBM Cloud's tools write it. */
final class OidcLoginTest {
  /** Of {@code bx:bx}. */
  private static final String CLIENT = "Basic Yng6Yng=";

  @TempDir Path folder;
  private RecordingApiServer server;
  private FakeIssuer issuer;
  private Workstation station;
  private String first;
  private String second;

  @BeforeEach
  void start() throws Exception {
    server = RecordingApiServer.start();
    issuer = FakeIssuer.start();
    station = new Workstation(folder, server.url());
    first = FakeIssuer.idToken("first", station.clock.instant().plus(Duration.ofHours(1)));
    second = FakeIssuer.idToken("second", station.clock.instant().plus(Duration.ofHours(2)));
    station
        .with("issuer", issuer.url())
        .with("id-token", first)
        .with("refresh-token", "refresh-1")
        .kubeconfig("ibm");
  }

  @AfterEach
  void stop() {
    station.close();
    issuer.close();
    server.close();
  }

  @Test
  void sendsIdTokenWhileItIsGood() {
    Workstation.Service service = station.service();

    service.version();

    assertThat(server.last().authorization()).isEqualTo("Bearer " + first);
    assertThat(issuer.requests()).isEmpty();
    KubeconfigFacts facts = Objects.requireNonNull(service.connection().facts());
    assertThat(facts.authProviderIssuer()).isEqualTo(issuer.url());
    assertThat(facts.clusterName()).isEqualTo("mycluster/db32f95s0learmn856i0");
  }

  @Test
  void renewsIdTokenWhenItExpiresAndLeavesKubeconfigAlone() throws IOException {
    String kubeconfig = Files.readString(folder.resolve("kubeconfig"));
    Workstation.Service service = station.service();
    service.version();
    issuer.gives(second, "refresh-2");
    station.clock.advance(Duration.ofHours(1));

    service.version();

    assertThat(server.last().authorization()).isEqualTo("Bearer " + second);
    assertThat(issuer.requests())
        .containsExactly(CLIENT + " grant_type=refresh_token&refresh_token=refresh-1");
    assertThat(folder.resolve("kubeconfig")).hasContent(kubeconfig);
  }

  @Test
  void renewsWithTheNextRefreshTokenAfterThat() {
    Workstation.Service service = station.service();
    service.version();
    issuer.gives(second, "refresh-2");
    station.clock.advance(Duration.ofHours(1));
    service.version();
    issuer.gives(
        FakeIssuer.idToken("third", station.clock.instant().plus(Duration.ofHours(2))),
        "refresh-3");
    station.clock.advance(Duration.ofHours(1));

    service.version();

    assertThat(issuer.requests())
        .last()
        .isEqualTo(CLIENT + " grant_type=refresh_token&refresh_token=refresh-2");
  }

  @Test
  void renewsIdTokenThatIsRefused() {
    Workstation.Service service = station.service();
    service.version();
    issuer.gives(second, "refresh-2");
    server.acceptToken(second);
    station.clock.advance(Duration.ofMinutes(1));

    assertThat(service.version()).isEqualTo("v1.30.0");
  }

  @Test
  void saysHowToLogInAgainWhenProviderRefuses() {
    issuer.refuses("invalid_grant");
    station.clock.advance(Duration.ofHours(1));

    AppException e = station.service().failure();

    assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(e)
        .hasMessageContaining("does not renew the login (HTTP 400 invalid_grant)")
        .hasMessageContaining("ibmcloud login")
        .hasMessageContaining("ibmcloud ks cluster config --cluster mycluster");
    assertThat(e.getMessage()).doesNotContain("secret", "refresh-1", first);
  }

  @Test
  void takesLoginThatWasRenewedInKubeconfig() throws IOException {
    issuer.refuses("invalid_grant");
    station.clock.advance(Duration.ofHours(1));
    Workstation.Service service = station.service();
    service.failure();

    station.with("id-token", second).kubeconfig("ibm");
    station.clock.advance(Duration.ofSeconds(5));
    service.version();

    assertThat(server.last().authorization()).isEqualTo("Bearer " + second);
  }

  @Test
  void saysThatProviderCannotBeReached() {
    issuer.close();
    station.clock.advance(Duration.ofHours(1));

    assertThat(station.service().failure())
        .hasMessage(
            "The login has expired, and the identity provider 127.0.0.1 can't be reached to renew"
                + " it.");
  }

  @Test
  void saysThatThereIsNothingToRenewItWith() throws IOException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, Files.readString(file).replaceAll(" +refresh-token: .*\n", ""));
    station.clock.advance(Duration.ofHours(1));

    assertThat(station.service().failure())
        .hasMessageContaining("has no refresh-token")
        .hasMessageContaining("ibmcloud login");
  }
}
