// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reports the property that sets the port when another process uses it; the start fails soon after.
 */
@Singleton
final class BusyPort {
  private static final Logger LOG = Logger.getLogger(BusyPort.class);

  /** Survives the reloads of dev mode, during which this process itself uses the port. */
  private static final String SEEN = BusyPort.class.getName() + ".seen";

  void check(
      @Observes StartupEvent event,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    if (LaunchMode.current() == LaunchMode.TEST || System.setProperty(SEEN, "true") != null) {
      return;
    }
    problem(host, port).ifPresent(LOG::error);
  }

  static Optional<String> problem(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          "Can't listen on %s, port %d (%s). Choose another port by the property quarkus.http.port (-Dquarkus.http.port=%d or QUARKUS_HTTP_PORT=%<d), or another address by quarkus.http.host."
              .formatted(host, port, e.getMessage(), port + 1));
    } catch (IOException e) {
      LOG.debug("Could not try the port", e);
      return Optional.empty();
    }
  }
}
