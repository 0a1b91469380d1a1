// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.api.table.Tables;
import io.roadstead.simulation.store.ObjectStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes API server on loopback, without TLS and without authentication. Its methods block
 * until done and must not be called on an event loop.
 */
public final class ApiServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int EVENT_LOOPS = 2;
  private static final int WORKERS = 8;

  private final Vertx vertx;
  private final Connection connection;
  private final Faults faults = new Faults();
  private int port;
  private @Nullable HttpServer http;

  /**
   * The options of the server.
   *
   * @param port 0 for any free port
   * @param gitVersion the Kubernetes version that it reports, for example {@code v1.34.1}
   * @param bookmarkInterval interval of bookmarks on watches that request them
   */
  public record Options(int port, String gitVersion, Duration bookmarkInterval) {
    /** A free port, and the timing of the real server. */
    public static Options defaults() {
      return new Options(0, "v1.34.1", Duration.ofMinutes(1));
    }
  }

  /** A server for the store's objects; it does not listen before {@link #start}. */
  public ApiServer(ObjectStore store, PodLogs logs, Options options, Clock clock) {
    this.vertx =
        Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(WORKERS));
    Tables tables = new Tables(clock);
    Routes routes = new Routes(store, logs, options.gitVersion(), tables);
    this.connection =
        new Connection(vertx, store, routes, tables, faults, options.bookmarkInterval());
    this.port = options.port();
  }

  /** Listens; the port is fixed from then on. */
  public synchronized ApiServer start() {
    if (http == null) {
      // Many clients use paths that are longer than Vert.x allows by default.
      HttpServerOptions options =
          new HttpServerOptions()
              .setHost(LOOPBACK)
              .setPort(port)
              .setHttp2ClearTextEnabled(false)
              .setHandle100ContinueAutomatically(true)
              .setMaxInitialLineLength(16 * 1024)
              .setMaxHeaderSize(64 * 1024);
      HttpServer server = vertx.createHttpServer(options).requestHandler(connection::handle);
      await(server.listen());
      port = server.actualPort();
      http = server;
    }
    return this;
  }

  /** Stops listening and drops all connections, like an unavailable server; the state is kept. */
  public synchronized void pause() {
    HttpServer server = http;
    if (server != null) {
      connection.closeWatches();
      await(server.close());
      http = null;
    }
  }

  /** Listens again on the same port. */
  public void resume() {
    start();
  }

  /** Ends all open watches gracefully; clients may reconnect immediately. */
  public void closeWatches() {
    connection.closeWatches();
  }

  /** The faults that apply to requests. */
  public Faults faults() {
    return faults;
  }

  /** The port that it listens on. */
  public synchronized int port() {
    return port;
  }

  /** The URL that clients connect to. */
  public String url() {
    return "http://" + LOOPBACK + ":" + port();
  }

  @Override
  public void close() {
    pause();
    await(vertx.close());
  }

  private static <T> void await(Future<T> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
