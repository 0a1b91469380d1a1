// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.api.table.Tables;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ObjectStore;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Connects Vert.x and the routes: reads requests, applies faults, writes responses, opens watches.
 */
final class Connection {
  /** The real server's limit for one request. */
  private static final int MAX_BODY_BYTES = 3 * 1024 * 1024;

  private static final String WARNING = "Warning";

  private final Vertx vertx;
  private final ObjectStore store;
  private final Routes routes;
  private final Tables tables;
  private final Faults faults;
  private final Duration bookmarkInterval;
  private final Set<WatchStream> watches = ConcurrentHashMap.newKeySet();

  Connection(
      Vertx vertx,
      ObjectStore store,
      Routes routes,
      Tables tables,
      Faults faults,
      Duration bookmarkInterval) {
    this.vertx = vertx;
    this.store = store;
    this.routes = routes;
    this.tables = tables;
    this.faults = faults;
    this.bookmarkInterval = bookmarkInterval;
  }

  void handle(HttpServerRequest http) {
    ApiRequest request = read(http, new byte[0]);
    Optional<Fault> fault = faults.take(request);
    if (fault.isEmpty()) {
      serve(http, request);
      return;
    }
    http.pause();
    long delay = fault.get().delay().toMillis();
    if (delay == 0) {
      play(fault.get(), http, request);
      return;
    }
    vertx.setTimer(delay, id -> play(fault.get(), http, request));
  }

  /** Ends all open watches, like a server that is shutting down. */
  void closeWatches() {
    watches.forEach(WatchStream::close);
  }

  private void play(Fault fault, HttpServerRequest http, ApiRequest request) {
    http.resume();
    ApiException refusal = fault.refusal();
    if (fault.dropsConnection()) {
      http.connection().close();
    } else if (refusal != null) {
      Duration wait = fault.retryAfter();
      if (wait != null) {
        http.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
      }
      write(http.response(), ApiResponse.refusal(refusal));
    } else {
      serve(http, request);
    }
  }

  private void serve(HttpServerRequest http, ApiRequest request) {
    if (request.isWatch()) {
      watch(http, request);
      return;
    }
    Buffer body = Buffer.buffer();
    http.handler(
        chunk -> {
          if (body.length() <= MAX_BODY_BYTES) {
            body.appendBuffer(chunk);
          }
        });
    http.endHandler(nothing -> answer(http, body));
  }

  private void answer(HttpServerRequest http, Buffer body) {
    if (body.length() > MAX_BODY_BYTES) {
      ApiException tooLarge =
          ApiException.of(
              413, "RequestEntityTooLarge", "Request entity too large: limit is " + MAX_BODY_BYTES);
      write(http.response(), ApiResponse.refusal(tooLarge));
      return;
    }
    ApiRequest request = read(http, body.getBytes());
    vertx
        .executeBlocking(() -> routes.answer(request), false)
        .onSuccess(response -> write(http.response(), response))
        .onFailure(
            e ->
                write(
                    http.response(),
                    ApiResponse.refusal(
                        ApiException.of(500, "InternalError", String.valueOf(e.getMessage())))));
  }

  private void watch(HttpServerRequest http, ApiRequest request) {
    Optional<ResourcePath> path = ResourcePath.parse(request.path(), store.kinds());
    if (path.isEmpty()) {
      answer(http, Buffer.buffer());
      return;
    }
    WatchRequest wanted;
    try {
      wanted = WatchRequest.of(path.get(), request);
    } catch (ApiException e) {
      write(http.response(), ApiResponse.refusal(e));
      return;
    }
    Presentation presentation = new Presentation(tables, path.get().kind(), request);
    Context context = vertx.getOrCreateContext();
    if ("websocket".equalsIgnoreCase(http.getHeader(HttpHeaders.UPGRADE))) {
      http.toWebSocket()
          .onSuccess(socket -> open(wanted, presentation, context, new SocketSink(socket)));
      return;
    }
    open(wanted, presentation, context, new ChunkedSink(http.response()));
  }

  private void open(
      WatchRequest wanted, Presentation presentation, Context context, WatchSink sink) {
    WatchStream stream = new WatchStream(store, wanted, presentation, context, sink);
    watches.add(stream);
    sink.onClose(stream::closeNow);
    stream.start(bookmarkInterval, () -> watches.remove(stream));
  }

  private static void write(HttpServerResponse response, ApiResponse answer) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.code());
    response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    if (!answer.warnings().isEmpty()) {
      response.putHeader(WARNING, answer.warnings());
    }
    response.end(Buffer.buffer(answer.body()));
  }

  private static ApiRequest read(HttpServerRequest http, byte[] body) {
    Map<String, String> query = new HashMap<>();
    http.params().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
    return new ApiRequest(
        http.method().name(),
        http.path(),
        query,
        header(http, HttpHeaders.ACCEPT),
        header(http, HttpHeaders.CONTENT_TYPE),
        header(http, HttpHeaders.USER_AGENT),
        body,
        new RequestWarnings());
  }

  private static String header(HttpServerRequest http, CharSequence name) {
    @Nullable String value = http.getHeader(name);
    return value == null ? "" : value;
  }
}
