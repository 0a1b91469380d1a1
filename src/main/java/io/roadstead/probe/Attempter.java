// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.Reachability.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Makes one attempt to connect to an address. Blocks for at most its timeout, not counting name
 * resolution.
 */
final class Attempter {
  private final ProbeConfig.Mode mode;
  private final int timeoutMillis;
  private final Targets targets;

  Attempter(ProbeConfig.Mode mode, Duration timeout, Targets targets) {
    this.mode = mode;
    this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    this.targets = targets;
  }

  Outcome attempt(Address address) {
    try {
      InetAddress resolved = InetAddress.getByName(address.host());
      return targets.allow(resolved) ? connect(resolved, address) : Outcome.NOT_TRIED;
    } catch (UnknownHostException e) {
      return Outcome.NAME_UNKNOWN;
    } catch (SocketTimeoutException e) {
      return Outcome.SILENT;
    } catch (IOException e) {
      return Outcome.REFUSED;
    }
  }

  private Outcome connect(InetAddress resolved, Address address) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(resolved, address.port()), timeoutMillis);
      if (mode == ProbeConfig.Mode.HTTP && address.scheme().equals("http")) {
        return ask(socket, address);
      }
      return Outcome.ANSWERED;
    }
  }

  /** Any status is a success: only an HTTP response matters; redirects are not followed. */
  private Outcome ask(Socket socket, Address address) throws IOException {
    socket.setSoTimeout(timeoutMillis);
    String request =
        "GET / HTTP/1.1\r\nHost: %s\r\nUser-Agent: roadstead-probe\r\nConnection: close\r\n\r\n"
            .formatted(address.url().substring("http://".length()));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream answer = socket.getInputStream();
    String beginning = new String(answer.readNBytes(5), StandardCharsets.US_ASCII);
    return beginning.equals("HTTP/") ? Outcome.ANSWERED : Outcome.REFUSED;
  }
}
