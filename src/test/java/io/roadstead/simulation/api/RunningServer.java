// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.Documents;
import io.roadstead.simulation.store.memory.MemoryObjectStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

/** A server on a free port with a small memory of the past, and a plain client for it. */
final class RunningServer implements AutoCloseable {
  static final int HISTORY = 50;

  final MemoryObjectStore store = new MemoryObjectStore(Clock.systemUTC(), HISTORY, new Random(1));
  final ApiServer api;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningServer() {
    ApiServer.Options options = new ApiServer.Options(0, "v1.34.1", Duration.ofMillis(100));
    PodLogs logs = (pod, wanted) -> "log of " + wanted.container() + "\n";
    api = new ApiServer(store, logs, options, Clock.systemUTC()).start();
  }

  HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api.url() + path))
            .header("Accept", "application/json")
            .timeout(Duration.ofSeconds(10));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode get(String path) {
    return Documents.tree(send("GET", path, "", "").body());
  }

  /** The frames of a watch, as they come. */
  Stream<JsonNode> watch(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + path)).build();
    return client.send(request, BodyHandlers.ofLines()).body().map(Documents::tree);
  }

  @Override
  public void close() {
    api.close();
  }
}
