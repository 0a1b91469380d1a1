// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Roadstead's REST API as a client uses it that knows nothing of its types. */
final class AppApi {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;
  private final String namespace;

  AppApi(URI root, String namespace) {
    this.root = root;
    this.namespace = namespace;
  }

  /** An answer: the app or the problem. */
  record Answer(int status, JsonNode body) {
    boolean ok() {
      return status == 200;
    }

    JsonNode spec() {
      return body.path("spec");
    }

    /** What became of each object, such as {@code Deployment/web UNCHANGED}. */
    String outcomes() {
      var text = new StringBuilder();
      body.path("objects")
          .forEach(
              result ->
                  text.append(result.path("object").asText())
                      .append(' ')
                      .append(result.path("outcome").asText())
                      .append('\n'));
      return text.toString();
    }

    String problem() {
      var text = new StringBuilder(status + " " + body.path("reason").asText());
      text.append(": ").append(body.path("detail").asText());
      body.path("violations").forEach(v -> text.append("\n    ").append(v));
      body.path("conflicts").forEach(c -> text.append("\n    ").append(c));
      return text.toString();
    }
  }

  Answer get(String app) {
    return send("GET", app, "", MissingNode.getInstance());
  }

  Answer put(String app, JsonNode spec, Options options) {
    return send("PUT", app, options.query(), spec);
  }

  Answer scale(String app, int replicas) {
    return send("PUT", app + "/scale", "", ClusterApi.read("{\"replicas\": " + replicas + "}"));
  }

  Answer expose(String app, String exposure) {
    return send("PUT", app + "/exposure", "", ClusterApi.read(exposure));
  }

  Answer unexpose(String app) {
    return send("DELETE", app + "/exposure", "", MissingNode.getInstance());
  }

  private Answer send(String method, String path, String query, JsonNode body) {
    var request =
        HttpRequest.newBuilder(
            root.resolve("/v1/namespaces/" + namespace + "/apps/" + path + query));
    request.timeout(Duration.ofMinutes(1));
    if (body.isMissingNode()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body.toString()));
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      String text = response.body();
      return new Answer(
          response.statusCode(),
          text.isEmpty() ? MissingNode.getInstance() : ClusterApi.read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
