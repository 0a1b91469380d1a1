// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Etags of what is read: 304 while it is the same, and never when it is not. */
@QuarkusTest
class ConditionalReadTest {
  private static final String APP = "/v1/namespaces/default/apps/conditional";
  private static final String SPEC =
      "{\"containers\":[{\"name\":\"a\",\"image\":\"luksa/kubia:1.0\"}],\"replicas\":1}";

  @BeforeEach
  void deploy() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> put(APP, SPEC).then().statusCode(201));
    awaitState("READY");
  }

  @AfterEach
  void delete() {
    given().delete(APP + "?foreground=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status"})
  void answers304WhileNothingChanges(String what) {
    String etag = etag(what);

    given()
        .header("If-None-Match", etag)
        .get(APP + what)
        .then()
        .statusCode(304)
        .header("ETag", etag)
        .body(emptyString());
    read(what, "\"other\", W/" + etag).then().statusCode(304);
    read(what, "*").then().statusCode(304);
    read(what, "\"other\"").then().statusCode(200);
    read(what, "no quotes").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status"})
  void doesNotHideAStatusThatChangedWhileWhatIsAskedForDidNot(String what) {
    put(APP + "/scale", "{\"replicas\":2}").then().statusCode(200);
    String etag = etag(what);
    awaitState("READY");

    read(what, etag)
        .then()
        .statusCode(200)
        .body(what.isEmpty() ? "status.state" : "state", equalTo("READY"));
    given()
        .header("If-Match", etag)
        .contentType(ContentType.JSON)
        .body("{\"replicas\":1}")
        .put(APP + "/scale")
        .then()
        .statusCode(200);
  }

  @Test
  void givesWritesTheEtagOfTheApp() {
    Response scaled = put(APP + "/scale", "{\"replicas\":2}");
    Response exposed = put(APP + "/exposure", "{\"type\":\"INTERNAL\",\"ports\":[{\"port\":80}]}");

    scaled.then().header("ETag", equalTo(scaled.path("etag")));
    exposed.then().header("ETag", equalTo(exposed.path("etag")));
  }

  @Test
  void takesAnyOfSeveralEtagsForAWriteButNoWeakOne() {
    String etag = given().get(APP).path("etag");

    scaleIf("\"other\", " + etag).then().statusCode(200);
    scaleIf("\"other\"").then().statusCode(412);
    scaleIf("W/" + etag("")).then().statusCode(412).body("reason", equalTo("ETAG_MISMATCH"));
    given()
        .header("If-Match", "W/\"x\"")
        .contentType(ContentType.JSON)
        .body("{\"replicas\":1}")
        .put("/v1/namespaces/default/apps/nothing/scale")
        .then()
        .statusCode(404);
    given()
        .header("If-Match", "W/\"x\"")
        .contentType(ContentType.JSON)
        .body("{\"replicas\":-1}")
        .put(APP + "/scale")
        .then()
        .statusCode(400);
  }

  private static Response scaleIf(String etags) {
    return given()
        .header("If-Match", etags)
        .contentType(ContentType.JSON)
        .body("{\"replicas\":1}")
        .put(APP + "/scale");
  }

  private static String etag(String what) {
    return given().get(APP + what).header("ETag");
  }

  private static Response read(String what, String ifNoneMatch) {
    return given().header("If-None-Match", ifNoneMatch).get(APP + what);
  }

  private static Response put(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).put(path);
  }

  private static void awaitState(String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> given().get(APP + "/status").then().body("state", equalTo(state)));
  }
}
