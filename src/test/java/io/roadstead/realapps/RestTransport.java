// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Over REST. */
final class RestTransport implements Transport {
  private final URI root;
  private final HttpClient http = HttpClient.newHttpClient();

  RestTransport(URI root) {
    this.root = root;
  }

  @Override
  public Reply get(String namespace, String app) {
    return send(HttpRequest.newBuilder(uri(namespace, app, "")).GET());
  }

  @Override
  public Reply deploy(String namespace, String app, JsonNode spec, boolean adopt) {
    return send(
        HttpRequest.newBuilder(uri(namespace, app, adopt ? "?adopt=true" : ""))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(spec.toString())));
  }

  private URI uri(String namespace, String app, String query) {
    return root.resolve("/v1/namespaces/" + namespace + "/apps/" + app + query);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      JsonNode body = Tree.read(response.body());
      return response.statusCode() < 400
          ? new Reply(body, "")
          : new Reply(Tree.MAPPER.missingNode(), error(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String error(JsonNode problem) {
    List<String> words = new ArrayList<>();
    words.add(problem.path("reason").asText());
    words.add(problem.path("detail").asText());
    problem
        .path("violations")
        .forEach(
            violation ->
                words.add(
                    violation.path("field").asText()
                        + ": "
                        + violation.path("description").asText()
                        + violation.path("message").asText()));
    problem
        .path("conflicts")
        .forEach(
            conflict ->
                words.add(
                    conflict.path("field").asText() + " of " + conflict.path("owner").asText()));
    return String.join(", ", words);
  }

  @Override
  public void close() {
    // The client ends with its last reference.
  }
}
