// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BusyPortTest {
  @Test
  void saysWhichPropertyChoosesAnotherPort() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = other.getLocalPort();

      assertThat(BusyPort.problem("127.0.0.1", port))
          .hasValueSatisfying(
              text ->
                  assertThat(text)
                      .contains("port " + port, "-Dquarkus.http.port=", "QUARKUS_HTTP_PORT="));
    }
  }

  @Test
  void saysNothingOfAPortThatIsFree() {
    assertThat(BusyPort.problem("127.0.0.1", 0)).isEmpty();
  }
}
