// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.wire.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is whole, and the service does what it says. */
@QuarkusTest
class OpenApiDocumentTest {
  private static final Set<String> ALWAYS =
      Set.of("400", "401", "403", "405", "406", "429", "500", "503", "504");

  private final Map<String, JsonNode> operations = new TreeMap<>();
  private JsonNode document;

  @BeforeEach
  void read() throws Exception {
    document = new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
  }

  @Test
  void describesEveryOperation() {
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    assertThat(operations).hasSize(Operation.values().length);
    operations.forEach(
        (name, operation) -> {
          assertThat(operation.path("operationId").asText()).as(name).isNotEmpty();
          assertThat(operation.path("summary").asText()).as(name).isNotEmpty();
          assertThat(operation.path("description").asText()).as(name).isNotEmpty();
          assertThat(operation.path("tags")).as(name).hasSize(1);
          operation
              .path("parameters")
              .forEach(p -> assertThat(p.path("description").asText()).as(name).isNotEmpty());
        });
  }

  @Test
  void namesEveryErrorOfEveryOperation() {
    operations.forEach(
        (name, operation) -> {
          Set<String> expected = new TreeSet<>(ALWAYS);
          if (name.contains("{namespace}")) {
            expected.add("404");
          }
          if (!name.startsWith("GET")) {
            expected.addAll(List.of("409", "412"));
          }
          if (operation.has("requestBody")) {
            expected.addAll(List.of("413", "415"));
          }
          assertThat(names(operation.path("responses"))).as(name).containsAll(expected);
          expected.forEach(
              status -> {
                JsonNode problem =
                    resolved(operation.path("responses").path(status))
                        .path("content")
                        .path("application/problem+json");
                assertThat(problem.at("/schema/$ref").asText()).endsWith("/Problem");
                assertThat(problem.at("/example/status").asText()).isEqualTo(status);
              });
        });
  }

  @Test
  void showsExamplesOfEveryBody() {
    operations.forEach(
        (name, operation) -> {
          List<JsonNode> bodies = new ArrayList<>();
          operation
              .path("responses")
              .fields()
              .forEachRemaining(
                  response -> {
                    if (response.getKey().startsWith("2")) {
                      bodies.add(response.getValue().path("content").path("application/json"));
                    }
                  });
          if (operation.has("requestBody")) {
            bodies.add(operation.at("/requestBody/content").elements().next());
          }
          assertThat(bodies)
              .as(name)
              .isNotEmpty()
              .allSatisfy(
                  body -> {
                    // A partial body has a schema of its own; all others are named.
                    assertThat(body.path("schema")).isNotEmpty();
                    assertThat(body.path("examples")).isNotEmpty();
                    body.path("examples")
                        .forEach(e -> assertThat(resolved(e).path("value")).isNotEmpty());
                  });
        });
  }

  @Test
  void describesEverySchemaAndField() {
    document
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema -> {
              assertThat(schema.getKey()).doesNotContain("Body", "1");
              assertThat(schema.getValue().path("description").asText())
                  .as(schema.getKey())
                  .isNotEmpty();
              schema
                  .getValue()
                  .path("properties")
                  .fields()
                  .forEachRemaining(
                      field ->
                          assertThat(field.getValue().path("description").asText())
                              .as(schema.getKey() + "." + field.getKey())
                              .isNotEmpty());
            });
  }

  @Test
  void listsParametersInTheOrderOfTheAddress() {
    operations.forEach(
        (name, operation) -> {
          List<String> inPath = new ArrayList<>();
          operation
              .path("parameters")
              .forEach(
                  parameter -> {
                    if (parameter.path("in").asText().equals("path")) {
                      inPath.add("{" + parameter.path("name").asText() + "}");
                    }
                  });
          assertThat(name.replaceAll("[^{]*(\\{[a-z]+})?", "$1"))
              .as(name)
              .isEqualTo(String.join("", inPath));
        });
  }

  /** A page that fills them in would send them. */
  @Test
  void givesNoExamplesOfOptionalParameters() {
    operations.forEach(
        (name, operation) ->
            operation
                .path("parameters")
                .forEach(
                    parameter ->
                        assertThat(
                                parameter.path("required").asBoolean()
                                    || !parameter.has("example") && !parameter.has("examples"))
                            .as(name + " " + parameter.path("name"))
                            .isTrue()));
  }

  @Test
  void refusesUnknownFieldsInRequestsAndAnnouncesThemInAnswers() {
    Set<String> requests = new TreeSet<>();
    Set<String> answers = new TreeSet<>();
    operations
        .values()
        .forEach(
            operation -> {
              follow(operation.path("requestBody"), requests);
              follow(operation.path("responses"), answers);
            });
    document
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema -> {
              if (schema.getValue().path("type").asText().equals("object")) {
                boolean open = answers.contains(schema.getKey());
                assertThat(schema.getValue().path("additionalProperties").asBoolean())
                    .as(schema.getKey())
                    .isEqualTo(open);
                assertThat(requests.contains(schema.getKey()))
                    .as(schema.getKey())
                    .isNotEqualTo(open);
              }
            });
  }

  @Test
  void describesEveryValueOfEveryEnumUnderANameOfItsOwn() {
    List<String> names = new ArrayList<>();
    document
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema -> {
              JsonNode values = schema.getValue().path("enum");
              if (!values.isMissingNode()) {
                assertThat(schema.getValue().path("x-enum-descriptions"))
                    .as(schema.getKey())
                    .hasSameSizeAs(values);
                values.forEach(
                    value ->
                        assertThat(schema.getValue().path("description").asText())
                            .contains("`" + value.asText() + "`: "));
                schema.getValue().path("x-enum-varnames").forEach(it -> names.add(it.asText()));
              }
            });
    assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @Test
  void saysWhichFieldsGoTogether() {
    for (String schema : List.of("EnvVar", "Probe", "Scale", "AppSpec")) {
      assertThat(document.at("/components/schemas/" + schema + "/then/oneOf"))
          .as(schema)
          .isNotEmpty();
    }
    assertThat(document.at("/components/schemas/PortReference/oneOf")).hasSize(2);
  }

  private void follow(JsonNode node, Set<String> found) {
    node.findValuesAsText("$ref")
        .forEach(
            reference -> {
              if (!reference.startsWith("#/components/schemas/")) {
                follow(document.at(reference.substring(1)), found);
              } else if (found.add(reference.substring(reference.lastIndexOf('/') + 1))) {
                follow(document.at(reference.substring(1)), found);
              }
            });
  }

  @Test
  void letsEveryFieldThatMayBeNullBeNull() {
    document
        .at("/components/schemas")
        .forEach(
            schema ->
                schema
                    .path("properties")
                    .forEach(
                        field -> {
                          if (field.has("anyOf") || field.has("$ref")) {
                            assertThat(field.has("type")).as(field.toString()).isFalse();
                          }
                        }));
  }

  @Test
  void answersWrongMethodsWithThoseOfTheDocument() {
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              Set<String> documented = new TreeSet<>();
              path.getValue()
                  .fieldNames()
                  .forEachRemaining(method -> documented.add(method.toUpperCase(Locale.ROOT)));
              if (documented.contains("GET")) {
                documented.add("HEAD");
              }
              documented.add("OPTIONS");
              String wrong = documented.contains("POST") ? "PUT" : "POST";
              String allow =
                  given()
                      .request(wrong, filled(path.getKey()))
                      .then()
                      .statusCode(405)
                      .extract()
                      .header("Allow");
              assertThat(new TreeSet<>(List.of(allow.split(", ")))).isEqualTo(documented);
              String offered =
                  given()
                      .options(filled(path.getKey()))
                      .then()
                      .statusCode(200)
                      .extract()
                      .header("Allow");
              assertThat(new TreeSet<>(List.of(offered.split(", ")))).isEqualTo(documented);
            });
  }

  @Test
  void knowsTheQueryParametersOfTheDocumentAndNoOthers() {
    operations.forEach(
        (name, operation) -> {
          Set<String> documented = new TreeSet<>();
          operation
              .path("parameters")
              .forEach(
                  parameter -> {
                    if (parameter.path("in").asText().equals("query")) {
                      documented.add(parameter.path("name").asText());
                    }
                  });
          String[] methodAndPath = name.split(" ");
          String detail =
              given()
                  .contentType(mediaType(operation))
                  .body("{}")
                  .request(methodAndPath[0], filled(methodAndPath[1]) + "?unknown=1")
                  .then()
                  .statusCode(400)
                  .extract()
                  .path("detail");
          String known = detail.replaceAll(".*(known here are |this operation has none)|\\.$", "");
          Set<String> accepted =
              known.isEmpty() ? Set.of() : new TreeSet<>(List.of(known.split(", ")));
          assertThat(accepted).as(name).isEqualTo(documented);
        });
  }

  private static String mediaType(JsonNode operation) {
    Iterator<String> types = operation.at("/requestBody/content").fieldNames();
    return types.hasNext() ? types.next() : "application/json";
  }

  private static String filled(String path) {
    return path.replace("{namespace}", "default").replace("{app}", "kubia");
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
