// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document says that a request may have is what the service accepts. */
@QuarkusTest
class OpenApiLimitsTest {
  /** Every field that has limits, with a value within them. */
  private static final String SPEC =
      """
      {"containers": [
        {"name": "web", "image": "ghcr.io/acme/web_app:1.0", "ports": [{"name": "http", "port": 8080}],
         "env": [{"name": "A", "value": "x"}, {"name": "B", "secretRef": {"name": "keys", "key": "k"}},
                 {"name": "C", "configRef": {"name": "conf", "key": "k"}}],
         "startupProbe": {"tcp": {"port": 8080}, "initialDelaySeconds": 0, "periodSeconds": 1,
                          "timeoutSeconds": 1, "failureThreshold": 1},
         "readinessProbe": {"http": {"path": "/", "port": "http"}, "successThreshold": 1},
         "livenessProbe": {"exec": {"command": ["true"]}}},
        {"name": "side", "image": "side", "readinessProbe": {"grpc": {"port": 9090}}}],
       "exposure": {"type": "NODE_PORT",
                    "ports": [{"name": "http", "port": 80, "targetPort": 8080, "nodePort": 30080}]},
       "imagePullSecrets": ["registry"], "serviceAccountName": "default", %s}""";

  private final ObjectMapper json = new ObjectMapper();
  private JsonNode schemas;

  @BeforeEach
  void read() throws Exception {
    schemas =
        json.readTree(given().get("/q/openapi?format=json").asString()).at("/components/schemas");
  }

  @Test
  void refusesWhatIsBeyondTheLimitsOfTheDocument() throws Exception {
    for (String scale :
        List.of(
            "\"replicas\": 2",
            "\"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \"targetCpuPercent\": 80}")) {
      JsonNode spec = json.readTree(SPEC.formatted(scale));
      send(spec).then().statusCode(200);
      Map<String, JsonNode> wrong = new LinkedHashMap<>();
      collect(schemas.path("AppSpec"), spec, "", wrong);
      assertThat(wrong).hasSizeGreaterThan(50);
      wrong.forEach(this::check);
    }
  }

  private void check(String change, JsonNode spec) {
    var answer = send(spec);
    assertThat(answer.statusCode()).as(change).isEqualTo(400);
    List<String> fields = answer.jsonPath().getList("violations.field");
    String path = change.substring(0, change.indexOf(' '));
    assertThat(fields).as(change).anyMatch(field -> field.startsWith(path));
  }

  private io.restassured.response.Response send(JsonNode spec) {
    return given()
        .contentType("application/json")
        .body(spec.toString())
        .put("/v1/namespaces/default/apps/limits?validateOnly=true");
  }

  /** All specs with one value that is beyond one limit, by the path of the value. */
  private void collect(JsonNode schema, JsonNode root, String path, Map<String, JsonNode> wrong) {
    JsonNode resolved = resolved(schema);
    JsonNode value = path.isEmpty() ? root : root.at(pointer(path));
    if (value.isObject()) {
      value
          .fieldNames()
          .forEachRemaining(
              name ->
                  collect(
                      resolved.path("properties").path(name),
                      root,
                      path.isEmpty() ? name : path + "." + name,
                      wrong));
      return;
    }
    for (JsonNode beyond : beyond(resolved, value)) {
      String shown = beyond.toString();
      wrong.put(
          path + " " + shown.substring(0, Math.min(40, shown.length())) + " " + shown.length(),
          changed(root, path, beyond));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect(resolved.path("items"), root, path + "[" + i + "]", wrong);
    }
  }

  private List<JsonNode> beyond(JsonNode schema, JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    schema.path("oneOf").forEach(choice -> values.addAll(beyond(choice, value)));
    if (schema.has("minimum")) {
      values.add(json.valueToTree(schema.path("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      values.add(json.valueToTree(schema.path("maximum").asLong() + 1));
    }
    if (schema.has("maxLength")) {
      values.add(json.valueToTree("a".repeat(schema.path("maxLength").asInt() + 1)));
    }
    if (schema.has("pattern")) {
      values.add(json.valueToTree("not \u00e4 value"));
    }
    if (schema.path("minItems").asInt() > 0) {
      values.add(json.createArrayNode());
    }
    if (schema.has("maxItems")) {
      ArrayNode many = json.createArrayNode();
      for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
        many.add(value.get(0));
      }
      values.add(many);
    }
    return values;
  }

  private JsonNode resolved(JsonNode schema) {
    if (schema.has("anyOf")) {
      return resolved(schema.path("anyOf").get(0));
    }
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static JsonNode changed(JsonNode root, String path, JsonNode value) {
    JsonNode copy = root.deepCopy();
    String pointer = pointer(path);
    JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
    return copy;
  }

  private static String pointer(String path) {
    return "/" + path.replace(".", "/").replace("[", "/").replace("]", "");
  }
}
