// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import static io.roadstead.simulation.store.Documents.configMap;
import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.Documents.tree;
import static io.roadstead.simulation.store.ResourceKinds.CONFIG_MAP;
import static io.roadstead.simulation.store.ResourceKinds.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.WriteOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest {
  private static final WriteOptions TEST = WriteOptions.by("test");
  private static final String MAPS = "/api/v1/namespaces/default/configmaps";
  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

  private final RunningServer server = new RunningServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          GET    | /api/v1/namespaces/default/configmaps/none |                     | ""       | 404 | NotFound
          GET    | /api/v1/namespaces/default/nothings        |                     | ""       | 404 | NotFound
          GET    | /api/v1/configmaps?labelSelector=a+b       |                     | ""       | 400 | BadRequest
          GET    | /api/v1/configmaps?limit=x                 |                     | ""       | 400 | BadRequest
          GET    | /api/v1/configmaps?continue=x              |                     | ""       | 400 | BadRequest
          GET    | /api/v1/configmaps?resourceVersion=99999   |                     | ""       | 504 | Timeout
          PUT    | /api/v1/namespaces/default/configmaps      | application/json    | {}       | 405 | MethodNotAllowed
          POST   | /api/v1/namespaces/default/configmaps/x    | application/json    | {}       | 405 | MethodNotAllowed
          POST   | /version                                   | application/json    | {}       | 405 | MethodNotAllowed
          POST   | /api/v1/namespaces/default/configmaps      | application/json    | {        | 400 | BadRequest
          POST   | /api/v1/namespaces/default/configmaps      | application/json    | []       | 400 | BadRequest
          POST   | /api/v1/namespaces/default/configmaps      | application/json    | {"kind": "Pod", "apiVersion": "v1"} | 400 | BadRequest
          POST   | /api/v1/namespaces/default/configmaps      | text/xml            | <a/>     | 415 | UnsupportedMediaType
          POST   | /api/v1/namespaces/default/configmaps      | application/vnd.kubernetes.protobuf | nonsense | 415 | UnsupportedMediaType
          POST   | /api/v1/namespaces/default/configmaps      | application/json    | {}       | 422 | Invalid
          POST   | /api/v1/namespaces/none/configmaps         | application/json    | {"metadata": {"name": "a"}} | 404 | NotFound
          POST   | /api/v1/namespaces/default/configmaps      | application/json    | {"metadata": {"name": "a", "namespace": "b"}} | 400 | BadRequest
          PATCH  | /api/v1/namespaces/default/configmaps/x    | application/json    | {}       | 415 | UnsupportedMediaType
          PATCH  | /api/v1/namespaces/default/configmaps/x    | application/merge-patch+json | {} | 404 | NotFound
          PATCH  | /api/v1/namespaces/default/configmaps/x    | application/apply-patch+yaml | {} | 422 | Invalid
          DELETE | /api/v1/namespaces/default                 |                     | ""       | 403 | Forbidden
          DELETE | /api/v1/namespaces/default/configmaps/x    |                     | ""       | 404 | NotFound
          """)
  void refusesInTheWordsOfTheRealServer(
      String method, String path, String type, String body, int code, String reason) {
    HttpResponse<String> answer = server.send(method, path, type == null ? "" : type, body);
    JsonNode status = tree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(code);
    assertThat(status.path("kind").asText()).isEqualTo("Status");
    assertThat(status.path("status").asText()).isEqualTo("Failure");
    assertThat(status.path("reason").asText()).isEqualTo(reason);
    assertThat(status.path("code").asInt()).isEqualTo(code);
  }

  @Test
  void saysWhichObjectIsMissing() {
    assertThat(server.get(DEPLOYMENTS + "/none"))
        .isEqualTo(
            tree(
                """
                kind: Status
                apiVersion: v1
                metadata: {}
                status: Failure
                message: deployments.apps "none" not found
                reason: NotFound
                details: {name: none, group: apps, kind: deployments}
                code: 404
                """));
  }

  @Test
  void refusesClientsThatReadNoJson() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.api.url() + MAPS))
            .header("Accept", "application/vnd.kubernetes.protobuf")
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(406);
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    String body = "{\"data\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}";
    assertThat(server.send("POST", MAPS, "application/json", body).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/readyz", "/livez"})
  void saysThatItIsWell(String path) {
    assertThat(server.send("GET", path, "", "").body()).isEqualTo("ok");
  }

  @Test
  void answersUnknownPathsWithPlainText() {
    assertThat(server.send("GET", "/nothing", "", "").statusCode()).isEqualTo(404);
    assertThat(server.send("GET", "/apis/nothing/v1", "", "").statusCode()).isEqualTo(404);
    assertThat(server.send("GET", "/nothing", "", "").body()).isEqualTo("404 page not found\n");
  }

  @Test
  void pagesThroughOneMomentOfAList() {
    for (String name : List.of("a", "b", "c")) {
      server.store.create(CONFIG_MAP, configMap(name), TEST);
    }
    JsonNode first = server.get(MAPS + "?limit=2");
    server.store.delete(CONFIG_MAP, "default", "c", DeleteOptions.background());
    server.store.create(CONFIG_MAP, configMap("d"), TEST);
    JsonNode second =
        server.get(MAPS + "?limit=2&continue=" + first.at("/metadata/continue").asText());

    assertThat(names(first)).containsExactly("a", "b");
    assertThat(first.at("/metadata/remainingItemCount").asInt()).isEqualTo(1);
    assertThat(names(second)).containsExactly("c");
    assertThat(second.at("/metadata/resourceVersion"))
        .isEqualTo(first.at("/metadata/resourceVersion"));
    assertThat(second.path("metadata").has("continue")).isFalse();
  }

  @Test
  void refusesPagesOfAMomentTooLongAgo() {
    for (String name : List.of("a", "b", "c")) {
      server.store.create(CONFIG_MAP, configMap(name), TEST);
    }
    String token = server.get(MAPS + "?limit=2").at("/metadata/continue").asText();
    fillHistory();

    JsonNode late = server.get(MAPS + "?limit=2&continue=" + token);
    assertThat(late.path("code").asInt()).isEqualTo(410);
    assertThat(late.path("reason").asText()).isEqualTo("Expired");
  }

  @Test
  void streamsChangesAfterAVersionUntilTheTimeout() throws Exception {
    server.store.create(CONFIG_MAP, configMap("before"), TEST);
    String version = server.get(MAPS).at("/metadata/resourceVersion").asText();
    server.store.create(CONFIG_MAP, labelled("a", "x"), TEST);
    server.store.update(CONFIG_MAP, labelled("a", "y"), TEST);
    server.store.update(CONFIG_MAP, labelled("a", "x"), TEST);
    server.store.delete(CONFIG_MAP, "default", "a", DeleteOptions.background());

    String path = MAPS + "?watch=true&timeoutSeconds=1&resourceVersion=" + version;
    assertThat(server.watch(path).map(frame -> frame.path("type").asText()))
        .containsExactly("ADDED", "MODIFIED", "MODIFIED", "DELETED");
    assertThat(
            server.watch(path + "&labelSelector=l%3Dx").map(frame -> frame.path("type").asText()))
        .containsExactly("ADDED", "DELETED", "ADDED", "DELETED");
  }

  @Test
  void beginsAWatchWithThePresentStateAndSendsBookmarks() throws Exception {
    server.store.create(CONFIG_MAP, configMap("a"), TEST);
    Iterator<JsonNode> frames =
        server.watch(MAPS + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=20").iterator();

    assertThat(frames.next().at("/object/metadata/name").asText()).isEqualTo("a");
    JsonNode bookmark = frames.next();
    assertThat(bookmark.path("type").asText()).isEqualTo("BOOKMARK");
    assertThat(bookmark.at("/object/metadata/resourceVersion").asLong())
        .isEqualTo(server.store.resourceVersion());
  }

  @Test
  void marksTheEndOfTheInitialEventsWhenAsked() throws Exception {
    server.store.create(CONFIG_MAP, configMap("a"), TEST);
    Iterator<JsonNode> frames =
        server
            .watch(
                MAPS
                    + "?watch=1&timeoutSeconds=20&sendInitialEvents=true"
                    + "&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true")
            .iterator();

    assertThat(frames.next().path("type").asText()).isEqualTo("ADDED");
    assertThat(frames.next().at("/object/metadata/annotations/k8s.io~1initial-events-end").asText())
        .isEqualTo("true");
  }

  @Test
  void endsAWatchFromAVersionTooLongAgoWithAnError() throws Exception {
    long version = server.store.resourceVersion();
    fillHistory();

    assertThat(server.watch(MAPS + "?watch=1&resourceVersion=" + version))
        .singleElement()
        .satisfies(
            frame -> {
              assertThat(frame.path("type").asText()).isEqualTo("ERROR");
              assertThat(frame.at("/object/code").asInt()).isEqualTo(410);
              assertThat(frame.at("/object/reason").asText()).isEqualTo("Expired");
            });
  }

  @Test
  void cutsOffAWatcherThatNeverReads() throws Exception {
    server.store.create(CONFIG_MAP, configMap("big"), TEST);
    try (Socket socket = new Socket("127.0.0.1", server.api.port())) {
      String request =
          "GET %s?watch=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(MAPS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      String text = "x".repeat(20_000);
      for (int i = 0; i < 4000; i++) {
        var map = configMap("big");
        map.withObject("/data").put("text", text + i);
        server.store.update(CONFIG_MAP, map, TEST);
      }
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().readAllBytes().length).isLessThan(4000 * 20_000);
    }
  }

  @Test
  void scalesThroughTheScaleDoor() {
    server.store.create(DEPLOYMENT, deployment("web"), TEST);
    String patch = "{\"spec\": {\"replicas\": 4}}";
    String path = DEPLOYMENTS + "/web/scale";
    JsonNode scale = tree(server.send("PATCH", path, "application/merge-patch+json", patch).body());

    assertThat(scale.path("kind").asText()).isEqualTo("Scale");
    assertThat(scale.at("/status/selector").asText()).isEqualTo("app=web");
    assertThat(server.get(DEPLOYMENTS + "/web").at("/spec/replicas").asInt()).isEqualTo(4);
    assertThat(
            server
                .get(DEPLOYMENTS + "/web")
                .at("/metadata/managedFields")
                .findValuesAsText("subresource"))
        .containsExactly("scale");
  }

  @Test
  void changesNothingInADryRun() {
    server.store.create(CONFIG_MAP, configMap("a"), TEST);
    long version = server.store.resourceVersion();
    HttpResponse<String> deleted = server.send("DELETE", MAPS + "/a?dryRun=All", "", "");
    HttpResponse<String> created =
        server.send(
            "POST", MAPS + "?dryRun=All", "application/json", "{\"metadata\":{\"name\":\"b\"}}");

    assertThat(deleted.statusCode()).isEqualTo(200);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(server.store.resourceVersion()).isEqualTo(version);
  }

  @Test
  void rendersTablesForThoseWhoAskForThem() {
    server.store.create(DEPLOYMENT, deployment("web"), TEST);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.api.url() + DEPLOYMENTS))
            .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json")
            .build();
    JsonNode table = tree(server.send(request).body());

    assertThat(table.path("kind").asText()).isEqualTo("Table");
    assertThat(table.path("columnDefinitions").findValuesAsText("name"))
        .containsExactly(
            "Name", "Ready", "Up-to-date", "Available", "Age", "Containers", "Images", "Selector");
    List<String> cells = new ArrayList<>();
    table.at("/rows/0/cells").forEach(cell -> cells.add(cell.asText()));
    assertThat(cells).startsWith("web", "0/1", "0", "0").endsWith("web", "nginx:1.27", "app=web");
  }

  @Test
  void deletesASelectedCollection() {
    server.store.create(CONFIG_MAP, labelled("a", "x"), TEST);
    server.store.create(CONFIG_MAP, labelled("b", "y"), TEST);
    server.send("DELETE", MAPS + "?labelSelector=l%3Dx", "", "");

    assertThat(names(server.get(MAPS))).containsExactly("b");
  }

  @Test
  void failsAsOftenAsATestAsks() {
    server
        .api
        .faults()
        .next(
            1,
            request -> request.path().equals(MAPS),
            Fault.status(429).retryAfter(Duration.ofSeconds(3)));

    HttpResponse<String> refused = server.send("GET", MAPS, "", "");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(server.send("GET", MAPS, "", "").statusCode()).isEqualTo(200);
  }

  @Test
  void dropsConnectionsWhenATestAsks() {
    server.api.faults().always(request -> request.method().equals("POST"), Fault.drop());

    assertThatThrownBy(() -> server.send("POST", MAPS, "application/json", "{}"))
        .hasCauseInstanceOf(IOException.class);
    server.api.faults().clear();
    assertThat(server.send("POST", MAPS, "application/json", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void answersLateWhenATestAsks() {
    server.api.faults().next(1, request -> true, Fault.delay(Duration.ofMillis(300)));
    long start = System.nanoTime();
    HttpResponse<String> late =
        server.send("POST", MAPS, "application/json", "{\"metadata\":{\"name\":\"late\"}}");

    assertThat(late.statusCode()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void comesBackOnTheSamePortAfterAPause() {
    server.store.create(CONFIG_MAP, configMap("a"), TEST);
    String url = server.api.url();
    server.api.pause();
    assertThatThrownBy(() -> server.get(MAPS)).hasCauseInstanceOf(IOException.class);

    server.api.resume();
    assertThat(server.api.url()).isEqualTo(url);
    assertThat(names(server.get(MAPS))).containsExactly("a");
  }

  private void fillHistory() {
    for (int i = 0; i <= RunningServer.HISTORY; i++) {
      server.store.create(CONFIG_MAP, configMap("filler-" + i), TEST);
    }
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode labelled(
      String name, String label) {
    var map = configMap(name);
    map.withObject("/metadata/labels").put("l", label);
    return map;
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.path("items").forEach(item -> names.add(item.at("/metadata/name").asText()));
    return names;
  }
}
