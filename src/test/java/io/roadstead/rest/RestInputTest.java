// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, headers and addresses that only HTTP can get wrong. */
@QuarkusTest
class RestInputTest {
  private static final String APP = "/v1/namespaces/default/apps/rest-input";
  private static final String SPEC = "{\"containers\":[{\"name\":\"a\",\"image\":\"x\"}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"containers":                                   | $                            | line 1, column 15
          []                                               | $                            | must be an object
          "x"                                              | $                            | must be an object
          null                                             | $                            | the body is empty
          {"replicas":1,"replicas":2}                      | $                            | same field twice
          {"replicas":1} {}                                | $                            | nothing after it
          {"replica":1}                                    | replica                      | known here are annotations, autoscaling
          {"containers":[{"name":"a","imge":"x"}]}         | containers[0].imge           | known here are args, command
          {"containers":[{"name":5,"image":"x"}]}          | containers[0].name           | '5' must be a string
          {"containers":[null]}                            | containers[0]                | must not have null
          {"containers":{"a":1}}                           | containers                   | must be a list
          {"containers":"a"}                               | containers                   | must be a list
          {"replicas":"3"}                                 | replicas                     | must be a whole number
          {"replicas":3.5}                                 | replicas                     | '3.5' must be a whole number
          {"replicas":99999999999}                         | replicas                     | must be a whole number
          {"replicas":true}                                | replicas                     | 'true' must be a whole number
          {"exposure":{"type":"PUBLIC"}}                   | exposure.type                | must be one of INTERNAL, NODE_PORT
          {"exposure":{"type":1}}                          | exposure.type                | must be one of INTERNAL, NODE_PORT
          {"exposure":{"type":""}}                         | exposure.type                | must be one of INTERNAL, NODE_PORT
          {"labels":{"a":null}}                            | labels.a                     | must not have null
          {"labels":{"a":1}}                               | labels.a                     | must be a string
          {"exposure":{"ports":[{"targetPort":true}]}}     | exposure.ports[0].targetPort | must be a string
          """)
  void saysWhatIsWrongWithTheJson(String body, String field, String words) {
    deploy(body)
        .statusCode(400)
        .body("reason", equalTo("INVALID_ARGUMENT"))
        .body("violations.field", hasItem(field))
        .body("detail", containsString(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"containers\":[{\"env\":[{\"name\":\"A\",\"value\":5051}]}]}",
        "{\"containers\":[{\"env\":[{\"name\":\"A\",\"value\":[5051]}]}]}",
        "{\"containers\":[{\"args\":[5051]}]}",
        "{\"containers\":[{\"command\":5051}]}",
        "{\"containers\":[{\"env\":[{\"name\":\"A\",\"value\":\"5051\"}]}], 5051"
      })
  void neverRepeatsWhatMayBeASecret(String body) {
    deploy(body).statusCode(400).body(not(containsString("5051")));
  }

  @Test
  void refusesAnEmptyBody() {
    given()
        .contentType(ContentType.JSON)
        .put(APP)
        .then()
        .statusCode(400)
        .body("detail", containsString("the body is empty"));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    given()
        .contentType("application/json")
        .body(new byte[] {'"', (byte) 0xff, '"'})
        .put(APP)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("$"));
  }

  @Test
  void refusesJsonThatIsMadeToHurt() {
    deploy("{\"x\":".repeat(10_000)).statusCode(400);
    deploy("[".repeat(500_000)).statusCode(400);
    deploy("{\"labels\":" + "{\"a\":".repeat(60) + "1" + "}".repeat(61)).statusCode(400);
    deploy("{\"replicas\":" + "9".repeat(5_000) + "}").statusCode(400);
    deploy("{\"" + "n".repeat(100_000) + "\":1}").statusCode(400);
  }

  @Test
  void takesAPortNumberWhereAPortMayBeNamed() {
    String body =
        SPEC.replace("]}", "],\"exposure\":{\"type\":\"INTERNAL\",\"ports\":")
            + "[{\"port\":80,\"targetPort\":8080}]}}";
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .put(APP + "?validateOnly=true")
        .then()
        .statusCode(200)
        .body("spec.exposure.ports[0].targetPort", equalTo("8080"));
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    byte[] body = new byte[10 * 1024 * 1024];
    given()
        .contentType("application/json")
        .body(body)
        .put(APP)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("1 MiB"));
  }

  @Test
  void refusesABodyThatTurnsOutToBeTooLarge() throws Exception {
    byte[] body = " ".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + APP))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            // Of a stream it does not know the length, so it sends chunks.
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("1 MiB");
  }

  @Test
  void refusesMediaTypesAndMethodsThatAreNotThere() {
    given()
        .contentType("text/plain")
        .body("x")
        .put(APP)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .header("Accept", "application/json");
    given().accept("text/html").get(APP).then().statusCode(406);
    given().patch(APP).then().statusCode(405).header("Allow", "GET, PUT, DELETE");
    given().options(APP).then().statusCode(405).header("Allow", "GET, PUT, DELETE");
    given().get("/v1/nothing").then().statusCode(404).body("reason", equalTo("NOT_FOUND"));
    given().get("/nothing").then().statusCode(404).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/namespaces/default/apps/a;b=c",
        "/v1/namespaces/default;x/apps",
        "/v1/namespaces/default/apps/a%2fb",
        "/v1/namespaces/default/apps/a%5Cb",
        "/v1/namespaces/default/apps/%2e%2e",
        "/v1/namespaces/default//apps",
        "/v1/namespaces/default/apps/a%3bb"
      })
  void refusesAddressesThatCanBeReadInTwoWays(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + RestAssured.port + path);
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "validateonly=true, validateonly",
    "force=yes, force",
    "force=, force",
    "validateOnly, validateOnly",
    "force=true&force=false, force",
    "adopt=1, adopt",
    "x=y, x"
  })
  void refusesAQueryItDoesNotUnderstand(String query, String field) {
    given()
        .contentType(ContentType.JSON)
        .body(SPEC)
        .put(APP + "?" + query)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  @Test
  void readsPreconditionsAsHttpHasThem() {
    conditional("If-Match", "abc").statusCode(400).body("violations[0].field", equalTo("If-Match"));
    conditional("If-Match", "W/\"abc\"").statusCode(412);
    conditional("If-Match", "\"a\", \"b\"").statusCode(400);
    conditional("If-Match", "*").statusCode(412);
    conditional("If-None-Match", "\"abc\"").statusCode(400);
    given()
        .header("If-None-Match", "*")
        .contentType(ContentType.JSON)
        .body("{\"replicas\":1}")
        .put(APP + "/scale")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("If-None-Match"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Impersonate-User", "IMPERSONATE-GROUP", "impersonate-uid", "Impersonate-Extra-a"})
  void letsNobodyImpersonate(String header) {
    given()
        .header(header, "admin")
        .get("/v1/cluster")
        .then()
        .statusCode(400)
        .body("reason", equalTo("INVALID_ARGUMENT"))
        .body(not(containsString("admin")));
  }

  @Test
  void answersWithHeadersThatKeepItSafe() {
    given()
        .header("Origin", "https://evil.example")
        .header("X-Request-Id", "my-id.1")
        .header("X-Remote-User", "admin")
        .get("/v1/cluster")
        .then()
        .statusCode(200)
        .header("X-Request-Id", "my-id.1")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .header("Access-Control-Allow-Origin", (String) null);
    given()
        .header("X-Request-Id", "not an id")
        .get("/v1/cluster")
        .then()
        .header("X-Request-Id", not(equalTo("not an id")));
  }

  private static ValidatableResponse conditional(String header, String value) {
    return given().header(header, value).contentType(ContentType.JSON).body(SPEC).put(APP).then();
  }

  private static ValidatableResponse deploy(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .put(APP)
        .then()
        .contentType("application/problem+json");
  }
}
