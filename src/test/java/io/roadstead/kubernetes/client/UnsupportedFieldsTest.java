// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.ErrorCode;
import io.roadstead.kubernetes.client.RecordingApiServer.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of a kubeconfig that change where, whom and as whom is called. */
final class UnsupportedFieldsTest {
  @TempDir Path folder;
  private RecordingApiServer server;
  private Workstation station;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    server = RecordingApiServer.start();
    station = new Workstation(folder, server.url());
  }

  @AfterEach
  void stop() {
    station.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tls-server-name: other.example      | token: t                          | 'tls-server-name'
          tls-server-name: 127.0.0.1          | token: t                          | 'tls-server-name'
          insecure-skip-tls-verify: true      | token: t                          | 'insecure-skip-tls-verify'
          proxy-url: "https://127.0.0.1:3128" | token: t                          | 'proxy-url'
          proxy-url: "socks5h://127.0.0.1:1"  | token: t                          | 'proxy-url'
          proxy-url: "http://127.0.0.1"       | token: t                          | 'proxy-url'
          proxy-url: "127.0.0.1:3128"         | token: t                          | 'proxy-url'
          proxy-url: "http://a b:3128"        | token: t                          | 'proxy-url'
          disable-compression: true           | {token: t, as: another}           | ('as')
          disable-compression: true           | {token: t, as-uid: u}             | ('as')
          disable-compression: true           | {token: t, as-groups: [g]}        | ('as')
          disable-compression: true           | {token: t, as-user-extra: {a: [b]}} | ('as')
          disable-compression: true           | {token: t, client-key-data: eA==} | 'client-certificate'
          disable-compression: true           | client-certificate-data: eA==     | 'client-key'
          disable-compression: true           | {token: t, username: u, password: p} | password
          disable-compression: true           | {tokenFile: f, username: u}       | password
          """)
  void refusesWhatItDoesNotFollow(String ofCluster, String ofUser, String named)
      throws IOException {
    Workstation.Service service = kubeconfig(ofCluster, ofUser, "someone").service();

    assertThat(service.connection().problem()).contains(named);
    assertThat(service.failure().code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void refusesUserThatIsMissing() throws IOException {
    Workstation.Service service =
        kubeconfig("disable-compression: true", "token: t", "nobody").service();

    assertThat(service.connection().problem()).contains("'nobody'");
    assertThat(service.failure().code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:1", "ftp://127.0.0.1:1", "''"})
  void refusesServerThatIsNoUrl(String address) throws IOException {
    kubeconfig("disable-compression: true", "token: t", "someone");
    replace("server: " + server.url(), "server: \"" + address + "\"");

    assertThat(station.connection().problem()).contains("not a URL").contains("'" + address + "'");
  }

  @Test
  void logsInWithPassword() throws IOException {
    Workstation.Service service =
        kubeconfig("disable-compression: true", "{username: u, password: p}", "someone").service();

    assertThat(service.version()).isEqualTo("v1.30.0");
    assertThat(server.last()).isEqualTo(new Asked("Basic dTpw", null));
  }

  @Test
  void goesThroughHttpProxyToServerWithTls() throws IOException {
    try (TunnelProxy proxy = TunnelProxy.start()) {
      Workstation.Service service =
          kubeconfig("proxy-url: \"" + proxy.url() + "\"", "token: t", "someone").service();

      assertThat(service.version()).isEqualTo("v1.30.0");
      assertThat(proxy.targets()).containsExactly("127.0.0.1:" + server.port());
    }
  }

  private Workstation kubeconfig(String ofCluster, String ofUser, String user) throws IOException {
    station.kubeconfig("generic");
    replace("CLUSTER-FIELD", ofCluster);
    replace("USER-FIELDS", ofUser.startsWith("{") ? ofUser : "{" + ofUser + "}");
    replace("CONTEXT-USER", user);
    return station;
  }

  private void replace(String old, String by) throws IOException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, Files.readString(file).replace(old, by));
  }
}
