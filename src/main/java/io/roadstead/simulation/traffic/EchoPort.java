// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.traffic;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One open port. Every request, regardless of its path, returns the host name of the next ready
 * pod, also on a persistent connection, so that a few requests in a row reach all pods. When no pod
 * is ready, the connection is closed without a response, as by a proxy without endpoints. Used on
 * one event loop.
 */
final class EchoPort {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int IDLE_SECONDS = 30;
  private static final int MOST_CONNECTIONS = 256;

  private final int port;
  private final HttpServer server;
  private final Backends backends = new Backends();
  private int connections;

  EchoPort(Vertx vertx, int port) {
    this.port = port;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(LOOPBACK)
            .setPort(port)
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(true)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    server =
        vertx.createHttpServer(options).connectionHandler(this::admit).requestHandler(this::answer);
  }

  Future<EchoPort> open() {
    return server.listen().map(this);
  }

  Future<Void> close() {
    return server.close();
  }

  int port() {
    return port;
  }

  void route(List<String> hosts) {
    backends.replace(hosts);
  }

  private void admit(HttpConnection connection) {
    connections++;
    connection.closeHandler(closed -> connections--);
    if (connections > MOST_CONNECTIONS) {
      connection.close();
    }
  }

  private void answer(HttpServerRequest request) {
    backends
        .next()
        .ifPresentOrElse(
            host ->
                request
                    .response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("You've hit " + host + "\n"),
            () -> request.connection().close());
  }
}
