// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
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
          {"containers":                           | $                    | The body is incomplete: it ends at line 1, column 15, before the JSON value is closed.
          > {"replicas":1}                         | $                    | The body is not valid JSON: unexpected '>' at line 1, column 1.
          {"replicas":1]                           | $                    | The body is not valid JSON: unexpected ']' at line 1, column 14.
          {"replicas":yes}                         | $                    | The body is not valid JSON: unexpected 'y' at line 1, column 13.
          []                                       | $                    | The body is a list; send an object.
          "x"                                      | $                    | The body is text; send an object.
          null                                     | $                    | The body is empty; send a JSON object.
          {"replicas":1,"replicas":2}              | $                    | The body has the field "replicas" twice in one object at line 1, column 25; send it once.
          {"replicas":1} {}                        | $                    | The body has something after its JSON value; send one JSON object and nothing else.
          {"replica":1}                            | replica              | replica is not a known field; did you mean replicas?
          {"containers":[{"imge":"x"}]}            | containers[0].imge   | containers[0].imge is not a known field; did you mean image?
          {"image":"x"}                            | image                | image is not a known field here; it belongs in containers[0].
          {"containers":[{"replicas":1}]}          | containers[0].replicas | containers[0].replicas is not a known field here; it belongs in the body itself.
          {"containers":[{"targetPort":80}]}       | containers[0].targetPort | containers[0].targetPort is not a known field here; it belongs in exposure.ports[0].
          {"containers":[{"name":"a","image":"x"},{"name":"b","image":"x","readinessProbe":{"port":1}}]} | containers[1].readinessProbe.port | containers[1].readinessProbe.port is not a known field here; it belongs in containers[1].readinessProbe.http.
          {"exposure":{"externalIPs":["192.0.2.1"]}} | exposure.externalIPs | exposure.externalIPs is not supported: it lets the app take over the traffic of the cluster to any address (CVE-2020-8554). Leave it out; an adopted app keeps it.
          {"volumes":[{"name":"a","hostPath":{"path":"/"}}]} | volumes[0].hostPath | volumes[0].hostPath is not supported: it gives the app the file system of the node, beyond the isolation of its pods. Leave it out; an adopted app keeps it.
          {"autoscaling":{"colour":1}}             | autoscaling.colour   | autoscaling.colour is not a known field; known here are behavior, maxReplicas, metrics, minReplicas, targetCpuPercent, targetMemoryPercent.
          {"name":"x","uid":"y","spec":{}}         | name                 | name: "x" is output only and must be namespaces/default/apps/rest-input, the app of the address.
          {"spec":{"containers":[]}}               | containers           | containers is missing; give at least one container with name and image.
          {"containers":[{"name":5,"image":"x"}]}  | containers[0].name   | containers[0].name: 5 is a number; put it in quotes.
          {"containers":[{"name":{},"image":"x"}]} | containers[0].name   | containers[0].name is an object; send text.
          {"containers":[null]}                    | containers[0]        | containers[0] is null; send a value, or leave it out.
          {"containers":["web"]}                   | containers[0]        | containers[0]: "web" is text; send an object.
          {"containers":{"a":1}}                   | containers           | containers is an object; send a list.
          {"containers":"a"}                       | containers           | containers: "a" is text; send a list.
          {"containers":[]}                        | containers           | containers is missing; give at least one container with name and image.
          {"replicas":"3"}                         | replicas             | replicas: "3" is text; send a number from 0 to 10000, without quotes.
          {"replicas":"three"}                     | replicas             | replicas: "three" is text; send a number from 0 to 10000.
          {"replicas":3.5}                         | replicas             | replicas: 3.5 is not written as a whole number; send a number from 0 to 10000, in digits only.
          {"replicas":1e10}                        | replicas             | replicas: 1E+10 is not written as a whole number; send a number from 0 to 10000, in digits only.
          {"replicas":99999999999}                 | replicas             | replicas: 99999999999 is too large; send a number from 0 to 10000.
          {"replicas":-99999999999}                | replicas             | replicas: -99999999999 is too small; send a number from 0 to 10000.
          {"replicas":true}                        | replicas             | replicas: true is a boolean; send a number from 0 to 10000.
          {"replicas":[3]}                         | replicas             | replicas is a list; send a number from 0 to 10000.
          {"containers":[{"ports":[{"port":"80"}]}]} | containers[0].ports[0].port | containers[0].ports[0].port: "80" is text; send a number from 1 to 65535, without quotes.
          {"containers":[{"readinessProbe":{"grpc":{"port":"grpc"}}}]} | containers[0].readinessProbe.grpc.port | containers[0].readinessProbe.grpc.port: "grpc" is text; send a number from 1 to 65535 (port names work for http and tcp probes only).
          {"containers":[{"env":[{"name":"A","secretRef":{"optional":"true"}}]}]} | containers[0].env[0].secretRef.optional | containers[0].env[0].secretRef.optional: "true" is text; send true or false, without quotes.
          {"containers":[{"env":[{"name":"A","value":1}]}]} | containers[0].env[0].value | containers[0].env[0].value is a number; put it in quotes.
          {"exposure":{"type":"PUBLIC"}}           | exposure.type        | exposure.type: "PUBLIC" is not a known value; send one of INTERNAL, NODE_PORT, LOAD_BALANCER, EXTERNAL.
          {"exposure":{"type":1}}                  | exposure.type        | exposure.type: 1 is a number; send one of INTERNAL, NODE_PORT, LOAD_BALANCER, EXTERNAL.
          {"exposure":{"type":""}}                 | exposure.type        | exposure.type: "" is not a known value; send one of INTERNAL, NODE_PORT, LOAD_BALANCER, EXTERNAL.
          {"labels":{"a":null}}                    | labels.a             | labels.a is null; send a value, or leave it out.
          {"labels":{"a":1}}                       | labels.a             | labels.a: 1 is a number; put it in quotes.
          {"labels":[]}                            | labels               | labels is a list; send an object whose values are text.
          {"exposure":{"ports":[{"targetPort":true}]}} | exposure.ports[0].targetPort | exposure.ports[0].targetPort: true is a boolean; put it in quotes.
          """)
  void saysWhatIsWrongWithTheJson(String body, String field, String words) {
    deploy(body)
        .statusCode(400)
        .body("reason", equalTo("INVALID_ARGUMENT"))
        .body("violations.field", hasItem(field))
        .body("detail", equalTo(words));
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
        .body("detail", equalTo("The body is empty; send a JSON object."));
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

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding, gzip, gzip",
    "Content-Encoding, br, Content-Encoding",
    "Content-Type, application/json;charset=utf-16, utf-16",
    "Content-Type, application/json; charset=ISO-8859-1, UTF-8",
    "Content-Type, application/xml, application/json"
  })
  void refusesBodiesThatAreNotPlainJsonInUtf8(String header, String value, String words) {
    given()
        .config(withoutCharset())
        .contentType("application/json")
        .header(header, value)
        .body(SPEC.getBytes(StandardCharsets.UTF_8))
        .put(APP)
        .then()
        .statusCode(415)
        .body("reason", equalTo("UNSUPPORTED_MEDIA_TYPE"))
        .body("title", equalTo("Unsupported media type"))
        .body("detail", containsString(words));
  }

  @Test
  void refusesABodyThatDoesNotSayWhatItIs() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + APP))
            .PUT(BodyPublishers.ofString(SPEC))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("Content-Type: application/json").endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json-patch+json", "text/plain"})
  void namesTheMediaTypeOfPartialChanges(String type) {
    given()
        .config(withoutCharset())
        .contentType(type)
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .patch(APP)
        .then()
        .statusCode(415)
        .header("Accept-Patch", "application/merge-patch+json")
        .body("detail", containsString("For PATCH, it is application/merge-patch+json."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"containers\": [{\"name\": \"web\", \"imag\": null}]}; containers[0].imag",
        "{\"contaners\": null}; contaners",
        "{\"containers\": [null]}; containers[1]",
        "{\"replicas\": \"3\"}; replicas",
        "[]; $",
        "{\"replicas\": null}; replicas"
      })
  void refusesPartialChangesThatAreNotUnderstood(String body, String field) {
    String app = "/v1/namespaces/default/apps/rest-patched";
    given()
        .contentType(ContentType.JSON)
        .body("{\"containers\": [{\"name\": \"web\", \"image\": \"nginx:1.27\"}]}")
        .put(app);
    given()
        .config(withoutCharset())
        .contentType("application/merge-patch+json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .patch(app)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo(field));
    given().delete(app + "?foreground=true");
  }

  @Test
  void takesUtf8AndNoEncodingWhenTheyAreNamed() {
    given()
        .config(withoutCharset())
        .contentType("application/json; charset=UTF-8")
        .header("Content-Encoding", "identity")
        .body(SPEC.getBytes(StandardCharsets.UTF_8))
        .put(APP + "?validateOnly=true")
        .then()
        .statusCode(200)
        .header("Validate-Only", "true");
  }

  @Test
  void marksADeletionThatIsOnlyValidated() {
    String app = "/v1/namespaces/default/apps/rest-marked";
    given().contentType(ContentType.JSON).body(SPEC).put(app).then().statusCode(201);
    given()
        .delete(app + "?validateOnly=true")
        .then()
        .statusCode(200)
        .header("Validate-Only", "true");
    given().delete(app).then().header("Validate-Only", (String) null);
  }

  @Test
  void refusesAPageOfNothing() {
    given()
        .get("/v1/namespaces/default/apps?pageSize=0")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("pageSize"));
  }

  @Test
  void compressesForWhoTakesIt() throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/namespaces/default/apps"))
            .header("Accept-Encoding", "gzip")
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  private static RestAssuredConfig withoutCharset() {
    return RestAssuredConfig.config()
        .encoderConfig(
            EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false));
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
    given()
        .post(APP)
        .then()
        .statusCode(405)
        .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")
        .header("Accept-Patch", "application/merge-patch+json");
    given()
        .options(APP)
        .then()
        .statusCode(200)
        .header("Allow", containsString("PUT"))
        .header("Accept-Patch", "application/merge-patch+json");
    given().options(APP + "/scale").then().header("Accept-Patch", (String) null);
    given().post("/errors").then().statusCode(405).header("Allow", containsString("GET"));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/namespaces/default/apps?limit=3 | limit is not a known query parameter; known here are"
            + " filter, pageSize, pageToken.",
        "/v1/namespaces/default/apps?pageSize=many | pageSize: \"many\" is not a whole number; send a"
            + " number from 1 to 500.",
        "/v1/namespaces/default/apps?pageSize=501 | pageSize: 501 is too large; send a number from 1"
            + " to 500.",
        "/v1/namespaces/default/apps?pageSize= | pageSize has no value; give one, or leave the"
            + " parameter out.",
        "/v1/namespaces/default/apps?pageSize=1&pageSize=2 | pageSize is given more than once; give it"
            + " once.",
        "/v1/namespaces/Default/apps | namespace: \"Default\" must be 1 to 63 characters of a-z, 0-9"
            + " and '-', and begin and end with a letter or digit, or '-' for every namespace.",
        "/v1/cluster?x=1 | x is not a known query parameter; this operation has none."
      })
  void saysWhatIsWrongWithTheAddress(String address, String words) {
    given().get(address).then().statusCode(400).body("detail", equalTo(words));
  }

  @Test
  void takesBackANodePortWhenAnExposureBecomesInternal() {
    String exposure =
        "{\"type\":\"INTERNAL\",\"ports\":[{\"port\":80,\"targetPort\":8080,\"nodePort\":31994}]}";
    given()
        .contentType(ContentType.JSON)
        .body(SPEC.substring(0, SPEC.length() - 1) + ",\"exposure\":" + exposure + "}")
        .put(APP + "?validateOnly=true")
        .then()
        .statusCode(200)
        .body("spec.exposure.ports[0].nodePort", nullValue());
  }

  @Test
  void readsPreconditionsAsHttpHasThem() {
    conditional("If-Match", "abc").statusCode(400).body("violations[0].field", equalTo("If-Match"));
    conditional("If-Match", "W/\"abc\"").statusCode(412);
    conditional("If-Match", "\"a\", W/\"b\" , \"c,d\"").statusCode(412);
    conditional("If-Match", "\"a\" \"b\"").statusCode(400);
    given()
        .header("If-Match", "\"a\"", "\"b\"")
        .contentType(ContentType.JSON)
        .body(SPEC)
        .put(APP)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("If-Match"));
    conditional("If-Match", "*, \"a\"").statusCode(400);
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
