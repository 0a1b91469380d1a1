// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  private static final String APP = "/v1/namespaces/default/apps/kubia";

  private final RequestGuard guard =
      new RequestGuard(
          List.of("roadstead.example.com", "only.example.com:8443", "192.0.2.7"),
          new CrossOrigins(
              List.of("https://portal.example.com", "/https:\\/\\/.*\\.team\\.example/")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "localhost:1",
        "localhost:",
        "LocalHost:8080",
        "localhost.",
        "localhost.:8080",
        "127.0.0.1",
        "127.0.0.1:8080",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]:8080",
        "roadstead.example.com",
        "ROADSTEAD.example.com.:443",
        "only.example.com:8443",
        "192.0.2.7:8080"
      })
  void passesRequestsForItsOwnNames(String host) {
    assertThat(refusal(host, null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example",
        "attacker.example:8080",
        "localhost.attacker.example:8080",
        "attackerlocalhost",
        "127.0.0.1.attacker.example",
        "127.0.0.2",
        "127.1",
        "0.0.0.0:8080",
        "[::]:8080",
        "[::ffff:127.0.0.1]:8080",
        "10.1.2.3:8080",
        "only.example.com",
        "only.example.com:8444",
        "sub.roadstead.example.com",
        "localhost:8080@attacker.example",
        "user@localhost",
        "localhost, attacker.example",
        "localhost:99999999",
        "::1",
        "",
        " localhost"
      })
  void refusesRequestsForEveryOtherName(String host) {
    assertThat(refusal(host, null, null)).isPresent();
  }

  @Test
  void refusesRequestsForNoName() {
    assertThat(guard.refusal(new RequestGuard.Request(List.of(), APP, null, null)))
        .hasValueSatisfying(message -> assertThat(message).contains("Host"));
  }

  @Test
  void refusesRequestsForTwoNamesOfWhichOneIsNotItsOwn() {
    var request =
        new RequestGuard.Request(List.of("localhost", "attacker.example"), APP, null, null);

    assertThat(guard.refusal(request)).isPresent();
  }

  @Test
  void namesThePropertyThatLetsAHostIn() {
    assertThat(refusal("roadstead.internal:8080", null, null))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains("'roadstead.internal:8080'", "roadstead.http.allowed-hosts"));
  }

  @ParameterizedTest
  @CsvSource({
    "/q/health, true",
    "/q/health/ready, true",
    "/q/metrics, true",
    "/grpc.health.v1.Health/Check, true",
    "/q/health/ready/../../v1/cluster, false",
    "/q/openapi, false",
    "/v1/cluster, false",
    "/, false"
  })
  void passesProbesThatAddressAPodByItsIp(String path, boolean passes) {
    for (String host : List.of("10.1.2.3:8080", "[2001:db8::7]:8080")) {
      assertThat(guard.refusal(new RequestGuard.Request(List.of(host), path, null, null)).isEmpty())
          .as(host)
          .isEqualTo(passes);
    }
    assertThat(
            guard.refusal(new RequestGuard.Request(List.of("attacker.example"), path, null, null)))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, http://localhost:8080, true",
    "localhost, http://localhost, true",
    "localhost:80, http://localhost, true",
    "roadstead.example.com, https://roadstead.example.com, true",
    "roadstead.example.com:443, https://ROADSTEAD.example.com, true",
    "[::1]:8080, http://[::1]:8080, true",
    "localhost:8080, https://portal.example.com, true",
    "localhost:8080, https://a.team.example, true",
    "localhost:8080, http://localhost:3000, false",
    "localhost:8080, http://127.0.0.1:8080, false",
    "localhost:8080, http://attacker.example:8080, false",
    "localhost:8080, http://portal.example.com, false",
    "localhost:8080, https://a.team.example.attacker.example, false",
    "localhost:8080, null, false",
    "localhost:8080, '', false",
    "localhost:8080, http://localhost:8080 http://attacker.example, false",
    "localhost:8080, file://, false"
  })
  void passesPagesOfItsOwnAndOfOriginsThatAreLetIn(String host, String origin, boolean passes) {
    assertThat(refusal(host, origin, "cross-site").isEmpty()).isEqualTo(passes);
    assertThat(refusal(host, origin, null).isEmpty()).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, false",
    "Cross-Site, false",
    "same-site, true",
    "same-origin, true",
    "none, true"
  })
  void refusesWhatPagesOfOtherSitesEmbed(String fetchSite, boolean passes) {
    assertThat(refusal("localhost:8080", null, fetchSite).isEmpty()).isEqualTo(passes);
  }

  @Test
  void doesNotStartWithAHostThatItCanNotRead() {
    assertThatThrownBy(() -> new RequestGuard(List.of("https://a.example"), CrossOrigins.NONE))
        .hasMessageContaining("roadstead.http.allowed-hosts")
        .hasMessageContaining("https://a.example");
  }

  private Optional<String> refusal(
      String host, @Nullable String origin, @Nullable String fetchSite) {
    return guard.refusal(new RequestGuard.Request(List.of(host), APP, origin, fetchSite));
  }
}
