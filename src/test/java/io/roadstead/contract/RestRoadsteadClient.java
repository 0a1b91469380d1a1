// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The contract over REST. */
final class RestRoadsteadClient implements RoadsteadClient {
  private final URI root;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Consumer<HttpResponse<String>> seen;

  RestRoadsteadClient(URI root) {
    this(root, response -> {});
  }

  /** A client that shows each answer as it came. */
  RestRoadsteadClient(URI root, Consumer<HttpResponse<String>> seen) {
    this.root = root;
    this.seen = seen;
  }

  @Override
  public Outcome deploy(String namespace, String app, String spec, Options options) {
    return send("PUT", path(namespace, app, ""), spec, options);
  }

  @Override
  public Outcome update(String namespace, String app, String patch, Options options) {
    return send("PATCH", path(namespace, app, ""), patch, options);
  }

  @Override
  public Outcome stop(String namespace, String app, Options options) {
    return send("POST", path(namespace, app, "/stop"), "", options);
  }

  @Override
  public Outcome start(String namespace, String app, Options options) {
    return send("POST", path(namespace, app, "/start"), "", options);
  }

  @Override
  public Outcome get(String namespace, String app) {
    return send("GET", path(namespace, app, ""), "", Options.NONE);
  }

  @Override
  public Outcome list(String namespace, int pageSize, String pageToken, String filter) {
    String path = "v1/namespaces/" + encoded(namespace) + "/apps" + page(pageSize, pageToken);
    return send("GET", path + "&filter=" + encoded(filter), "", Options.NONE);
  }

  @Override
  public Outcome exposure(String namespace, String app) {
    return send("GET", path(namespace, app, "/exposure"), "", Options.NONE);
  }

  @Override
  public Outcome expose(String namespace, String app, String exposure, Options options) {
    return send("PUT", path(namespace, app, "/exposure"), exposure, options);
  }

  @Override
  public Outcome unexpose(String namespace, String app, Options options) {
    return send("DELETE", path(namespace, app, "/exposure"), "", options);
  }

  @Override
  public Outcome scale(String namespace, String app) {
    return send("GET", path(namespace, app, "/scale"), "", Options.NONE);
  }

  @Override
  public Outcome scale(String namespace, String app, String scale, Options options) {
    return send("PUT", path(namespace, app, "/scale"), scale, options);
  }

  @Override
  public Outcome status(String namespace, String app) {
    return send("GET", path(namespace, app, "/status"), "", Options.NONE);
  }

  @Override
  public Outcome pods(String namespace, String app, int pageSize, String pageToken) {
    String path = path(namespace, app, "/pods") + page(pageSize, pageToken);
    return send("GET", path, "", Options.NONE);
  }

  @Override
  public Outcome delete(String namespace, String app, boolean foreground, Options options) {
    return send("DELETE", path(namespace, app, "") + "?foreground=" + foreground, "", options);
  }

  @Override
  public Outcome logicalView(String namespace, String app) {
    return send("GET", path(namespace, app, "/views/logical"), "", Options.NONE);
  }

  @Override
  public Outcome physicalView(String namespace, String app) {
    return send("GET", path(namespace, app, "/views/physical"), "", Options.NONE);
  }

  @Override
  public Outcome drawn(String namespace, String app, String view, Format format) {
    String type =
        switch (format) {
          case SVG -> "image/svg+xml";
          case MERMAID -> "text/vnd.mermaid";
        };
    var request =
        HttpRequest.newBuilder(root.resolve("/" + path(namespace, app, "/views/" + view)))
            .header("Accept", type);
    HttpResponse<String> response = send(request);
    if (response.statusCode() >= 400) {
      return outcome(response);
    }
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(found -> assertThat(found).startsWith(type));
    var body = Json.object().put("text", response.body());
    return Outcome.of(body, false);
  }

  /** As JSON, after it has said the same as YAML. */
  @Override
  public Outcome manifests(String namespace, String app) {
    String path = path(namespace, app, "/manifests");
    HttpResponse<String> yaml = send(HttpRequest.newBuilder(root.resolve("/" + path)));
    HttpResponse<String> json =
        send(HttpRequest.newBuilder(root.resolve("/" + path)).header("Accept", "application/json"));
    if (json.statusCode() < 400) {
      assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
      assertThat(Json.read(json.body()).path("manifests").asText()).isEqualTo(yaml.body());
    }
    return outcome(json);
  }

  @Override
  public Outcome release(String namespace, String app, Options options) {
    return send("DELETE", path(namespace, app, "/management"), "", options);
  }

  @Override
  public Outcome cluster() {
    return send("GET", "v1/cluster", "", Options.NONE);
  }

  @Override
  public Outcome nodes(int pageSize, String pageToken) {
    return send("GET", "v1/cluster/nodes" + page(pageSize, pageToken), "", Options.NONE);
  }

  @Override
  public void close() {
    // The client ends with its last reference.
  }

  private static String path(String namespace, String app, String rest) {
    return "v1/namespaces/" + encoded(namespace) + "/apps/" + encoded(app) + rest;
  }

  private static String page(int size, String token) {
    return "?pageSize=" + size + (token.isEmpty() ? "" : "&pageToken=" + encoded(token));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Outcome send(String method, String path, String body, Options options) {
    var request =
        HttpRequest.newBuilder(root.resolve("/" + path + query(path, options)))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header(
          "Content-Type",
          method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    }
    if (!options.etag().isEmpty()) {
      request.header("If-Match", options.etag());
    }
    if (options.createOnly()) {
      request.header("If-None-Match", "*");
    }
    return outcome(send(request));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      seen.accept(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String query(String path, Options options) {
    List<String> flags = new ArrayList<>();
    if (options.validateOnly()) {
      flags.add("validateOnly=true");
    }
    if (options.force()) {
      flags.add("force=true");
    }
    if (options.adopt()) {
      flags.add("adopt=true");
    }
    String separator = path.contains("?") ? "&" : "?";
    return flags.isEmpty() ? "" : separator + String.join("&", flags);
  }

  private static Outcome outcome(HttpResponse<String> response) {
    JsonNode body = Json.read(response.body());
    if (response.statusCode() < 400) {
      return Outcome.of(Json.pruned(body), response.statusCode() == 201);
    }
    assertRendered(response, body);
    var fields = new TreeSet<String>();
    List<String> conflicts = new ArrayList<>();
    body.path("violations").forEach(violation -> fields.add(violation.path("field").asText()));
    body.path("conflicts")
        .forEach(
            conflict ->
                conflicts.add(
                    conflict.path("field").asText() + " " + conflict.path("owner").asText()));
    long retryAfter = Long.parseLong(response.headers().firstValue("Retry-After").orElse("0"));
    return new Outcome(
        Json.object(),
        false,
        body.path("reason").asText(),
        body.path("detail").asText(),
        fields,
        conflicts,
        retryAfter);
  }

  /** As the catalogue has it; this client never makes the mistakes that only HTTP knows. */
  private static void assertRendered(HttpResponse<String> response, JsonNode problem) {
    int status = ErrorCode.valueOf(problem.path("reason").asText()).httpStatus();
    assertThat(response.statusCode()).as("HTTP status of %s", problem).isEqualTo(status);
    assertThat(problem.path("status").asInt()).as("status in %s", problem).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .as("media type of %s", problem)
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
