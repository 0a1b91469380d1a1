// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that only HTTP can get wrong. */
final class RawHttp {
  private static final String APP = "/v1/namespaces/default/apps/golden-raw";
  private static final String SPEC = "{\"containers\":[{\"name\":\"a\",\"image\":\"x\"}]}";
  private static final String JSON = "application/json";

  private final URI root;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  RawHttp(URI root) {
    this.root = root;
  }

  String get(String path) {
    return send("GET", path, "").body();
  }

  Map<String, Answer> mistakes() {
    json("empty-body", "");
    json("no-json", "{\"containers\":");
    json("no-object", "[]");
    json("null", "null");
    json("twice-the-same", "{\"replicas\":1,\"replicas\":2}");
    json("something-after-it", "{\"replicas\":1} {}");
    json("unknown-field", "{\"replica\":1}");
    json("unknown-field-within", "{\"containers\":[{\"name\":\"a\",\"imge\":\"x\"}]}");
    json("number-for-text", "{\"containers\":[{\"name\":5,\"image\":\"x\"}]}");
    json("null-in-list", "{\"containers\":[null]}");
    json("object-for-list", "{\"containers\":{\"a\":1}}");
    json("text-for-number", "{\"replicas\":\"3\"}");
    json("fraction", "{\"replicas\":3.5}");
    json("too-large-a-number", "{\"replicas\":99999999999}");
    json("unknown-enum-value", "{\"exposure\":{\"type\":\"PUBLIC\"}}");
    json("null-label", "{\"labels\":{\"a\":null}}");
    json("secret", "{\"containers\":[{\"env\":[{\"name\":\"A\",\"value\":5051}]}]}");
    json("too-large", "{\"labels\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}}");
    add("no-media-type", send("PUT", APP + "?validateOnly=true", SPEC));
    add("wrong-media-type", send("PUT", APP, SPEC, "Content-Type", "text/plain"));
    add("not-acceptable", send("GET", APP, "", "Accept", "image/png"));
    add("view-not-acceptable", send("GET", APP + "/views/logical", "", "Accept", "image/png"));
    add("no-address", send("GET", "/v1/nothing", ""));
    add("no-address-at-all", send("GET", "/nothing", ""));
    add("method-on-app", send("POST", APP, SPEC, "Content-Type", JSON));
    add("method-on-apps", send("DELETE", "/v1/namespaces/default/apps", ""));
    add("method-on-status", send("PUT", APP + "/status", SPEC, "Content-Type", JSON));
    add("method-on-exposure", send("POST", APP + "/exposure", "{}", "Content-Type", JSON));
    add("method-on-cluster", send("PATCH", "/v1/cluster", SPEC, "Content-Type", JSON));
    add("ambiguous-address", send("GET", "/v1/namespaces/default/apps/a%2fb", ""));
    add("unknown-parameter", send("PUT", APP + "?validateonly=true", SPEC, "Content-Type", JSON));
    add("wrong-flag", send("PUT", APP + "?force=yes", SPEC, "Content-Type", JSON));
    add("flag-twice", send("DELETE", APP + "?foreground=true&foreground=true", ""));
    add("flag-without-value", send("DELETE", APP + "?foreground=", ""));
    add("wrong-number", send("GET", "/v1/namespaces/default/apps?pageSize=many", ""));
    add("weak-etag", send("DELETE", APP, "", "If-Match", "W/\"a\""));
    add("list-of-etags", send("DELETE", APP, "", "If-Match", "\"a\", \"b\""));
    add("if-none-match-on-delete", send("DELETE", APP, "", "If-None-Match", "*"));
    add("wrong-if-none-match", deploy("If-None-Match", "\"a\""));
    add("head", send("HEAD", "/v1/cluster", ""));
    add("options", send("OPTIONS", APP, ""));
    return answers;
  }

  private void json(String name, String body) {
    add(name, send("PUT", APP, body, "Content-Type", JSON));
  }

  private HttpResponse<String> deploy(String header, String value) {
    return send("PUT", APP, SPEC, "Content-Type", JSON, header, value);
  }

  private void add(String name, HttpResponse<String> response) {
    answers.put(name, new Answer.OfHttp(response));
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(root.resolve(path));
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
