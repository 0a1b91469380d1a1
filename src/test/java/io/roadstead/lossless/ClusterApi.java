// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The API server as other tools use it: plain requests, with the field manager that they name. */
final class ClusterApi {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;
  private final String namespace;

  ClusterApi(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /**
   * What the API server answers.
   *
   * @param status the HTTP status
   */
  record Answer(int status, JsonNode body) {
    boolean ok() {
      return status < 300;
    }

    /** The answer, or a failure that shows why it is none. */
    JsonNode orThrow() {
      if (!ok()) {
        throw new IllegalStateException(status + " " + body.path("message").asText());
      }
      return body;
    }
  }

  void createNamespace() {
    JsonNode body = read("{\"metadata\":{\"name\":\"" + namespace + "\"}}");
    send("POST", "/api/v1/namespaces", "application/json", body).orThrow();
  }

  void deleteNamespace() {
    send("DELETE", "/api/v1/namespaces/" + namespace, "application/json", read("{}"));
  }

  Answer create(JsonNode object, String manager, boolean dryRun) {
    String path = path(object.path("kind").asText(), "") + "?fieldManager=" + manager;
    String query = dryRun ? "&dryRun=All&fieldValidation=Strict" : "";
    return send("POST", path + query, "application/json", object);
  }

  Answer apply(JsonNode object, String manager) {
    String name = object.at("/metadata/name").asText();
    String path = path(object.path("kind").asText(), "/" + name);
    String query = "?force=true&fieldManager=" + manager;
    return send("PATCH", path + query, "application/apply-patch+yaml", object);
  }

  /** A strategic merge patch, as kubectl makes it; {@code name} may end in a subresource. */
  Answer patch(String kind, String name, JsonNode patch, String manager) {
    String type =
        name.endsWith("/scale")
            ? "application/merge-patch+json"
            : "application/strategic-merge-patch+json";
    return send("PATCH", path(kind, "/" + name) + "?fieldManager=" + manager, type, patch);
  }

  /** The object; a missing node when there is none. */
  JsonNode get(String kind, String name) {
    Answer answer = get(path(kind, "/" + name));
    return answer.status() == 404 ? MAPPER.missingNode() : answer.orThrow();
  }

  Answer get(String path) {
    return send("GET", path, "application/json", MAPPER.missingNode());
  }

  void delete(String kind, String name) {
    send("DELETE", path(kind, "/" + name), "application/json", read("{}"));
  }

  private String path(String kind, String rest) {
    String in = "/namespaces/" + namespace;
    return switch (kind) {
      case "Deployment" -> "/apis/apps/v1" + in + "/deployments" + rest;
      case "Service" -> "/api/v1" + in + "/services" + rest;
      case "HorizontalPodAutoscaler" ->
          "/apis/autoscaling/v2" + in + "/horizontalpodautoscalers" + rest;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Answer send(String method, String path, String type, JsonNode body) {
    String master = client.getMasterUrl().toString().replaceAll("/$", "");
    HttpRequest.Builder request = client.getHttpClient().newHttpRequestBuilder();
    request.uri(master + path);
    if (!body.isMissingNode()) {
      request.method(method, type, body.toString());
    }
    try {
      HttpResponse<String> response =
          client.getHttpClient().sendAsync(request.build(), String.class).get(1, TimeUnit.MINUTES);
      String text = response.bodyString();
      return new Answer(response.code(), text.isEmpty() ? MAPPER.missingNode() : read(text));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException | java.io.IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
