// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.Reachability.Attempt;
import io.roadstead.cluster.Reachability.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProberTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final AtomicInteger connections = new AtomicInteger();
  private Prober prober;
  private ServerSocket server;

  @AfterEach
  void stop() throws IOException {
    if (prober != null) {
      prober.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void triesNothingWhenItIsOff() throws IOException {
    Address address = http("127.0.0.1", listening("HTTP/1.1 200 OK\r\n\r\n"));
    prober = prober(ProbeConfig.Mode.OFF, true);

    assertThat(prober.latest(address)).isNull();
    assertThat(prober.latest(address)).isNull();
    assertThat(connections).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 500 Internal Server Error\r\n\r\n"})
  void takesAnyHttpAnswerForOne(String answer) throws IOException {
    Address address = http("127.0.0.1", listening(answer));
    prober = prober(ProbeConfig.Mode.HTTP, true);

    assertThat(awaited(address).outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void doesNotTakeAnythingElseForHttp() throws IOException {
    Address address = http("127.0.0.1", listening("SSH-2.0-OpenSSH_9\r\n"));
    prober = prober(ProbeConfig.Mode.HTTP, true);

    assertThat(awaited(address).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void isContentWithAConnectionOverTcp() throws IOException {
    Address address = http("127.0.0.1", listening(""));
    prober = prober(ProbeConfig.Mode.TCP, true);

    assertThat(awaited(address).outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void saysThatAConnectionWasRefused() throws IOException {
    int port = listening("");
    server.close();
    prober = prober(ProbeConfig.Mode.TCP, true);

    assertThat(awaited(http("127.0.0.1", port)).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void saysThatAHostNameDoesNotResolve() {
    prober = prober(ProbeConfig.Mode.TCP, false);

    // RFC 6761: never resolves.
    assertThat(awaited(http("balancer.invalid", 80)).outcome()).isEqualTo(Outcome.NAME_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "::1",
        "0.0.0.0",
        "169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "224.0.0.1"
      })
  void doesNotConnectToTheMachineItselfOrAPlatform(String host) throws IOException {
    int port = listening("HTTP/1.1 200 OK\r\n\r\n");
    prober = prober(ProbeConfig.Mode.TCP, false);

    assertThat(awaited(http(host, port)).outcome()).isEqualTo(Outcome.NOT_TRIED);
    assertThat(connections).hasValue(0);
  }

  @Test
  void triesAnAddressOnceWhileItsOutcomeIsFresh() throws IOException {
    Address address = http("127.0.0.1", listening(""));
    prober = prober(ProbeConfig.Mode.TCP, true);
    awaited(address);

    for (int i = 0; i < 50; i++) {
      assertThat(prober.latest(address)).isNotNull();
    }
    await().atMost(SOON).untilAsserted(() -> assertThat(connections).hasValue(1));
  }

  @Test
  void doesNotTryWhatHasNoConnections() throws IOException {
    int port = listening("");
    prober = prober(ProbeConfig.Mode.TCP, true);

    assertThat(prober.latest(address("udp", "127.0.0.1", port))).isNull();
    assertThat(connections).hasValue(0);
  }

  private Attempt awaited(Address address) {
    return await().atMost(SOON).until(() -> prober.latest(address), found -> found != null);
  }

  private int listening(String answer) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(() -> serve(server, answer), "probed-server");
    thread.setDaemon(true);
    thread.start();
    return server.getLocalPort();
  }

  private void serve(ServerSocket listener, String answer) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        connections.incrementAndGet();
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The test has closed the listener, or the prober the connection.
        continue;
      }
    }
  }

  private static Address http(String host, int port) {
    return address("http", host, port);
  }

  private static Address address(String scheme, String host, int port) {
    return new Address(
        scheme + "://" + host + ":" + port,
        scheme,
        host,
        port,
        "http",
        Audience.PUBLIC,
        Grade.REACHABLE,
        Rung.LOAD_BALANCER,
        "",
        null);
  }

  private static Prober prober(ProbeConfig.Mode mode, boolean localMachine) {
    return new Prober(new FixedConfig(mode, localMachine), Clock.systemUTC());
  }

  private record FixedConfig(Mode mode, boolean localMachine) implements ProbeConfig {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration freshFor() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int maxConcurrent() {
      return 4;
    }
  }
}
