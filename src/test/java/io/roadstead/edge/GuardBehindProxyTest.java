// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only a proxy that is trusted says under which name a request was sent. */
@QuarkusTest
@TestProfile(GuardBehindProxyTest.Forwarding.class)
class GuardBehindProxyTest {
  @TestHTTPResource("/")
  URI root;

  @Test
  void acceptsTheNameThatAProxyPassesOn() throws IOException {
    assertThat(status("portal.example.com", "portal.example.com")).isEqualTo(200);
  }

  @Test
  void refusesToStartWhereAnyClientCouldChooseTheName() {
    assertThatThrownBy(() -> GuardFilter.requireTrust(true, List.of()))
        .hasMessageContaining("quarkus.http.proxy.trusted-proxies");
    assertThatCode(() -> GuardFilter.requireTrust(true, List.of("10.0.0.1")))
        .doesNotThrowAnyException();
    assertThatCode(() -> GuardFilter.requireTrust(false, List.of())).doesNotThrowAnyException();
  }

  @Test
  void refusesAPageThatForwardsANameOfOurs() throws IOException {
    assertThat(status("attacker.example:8080", "localhost")).isEqualTo(403);
    assertThat(status("attacker.example:8080", "portal.example.com")).isEqualTo(403);
  }

  private int status(String host, String forwarded) throws IOException {
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          """
          GET %s HTTP/1.1
          Host: %s
          X-Forwarded-Host: %s
          Connection: close

          """
              .formatted(root.getPath(), host, forwarded)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /** With a proxy that is not this test. */
  public static class Forwarding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "roadstead.http.allowed-hosts", "portal.example.com",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "quarkus.http.proxy.enable-forwarded-host", "true",
          "quarkus.http.proxy.trusted-proxies", "192.0.2.1");
    }
  }
}
