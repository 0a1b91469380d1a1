// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the service shows to people who open it in a browser. */
@QuarkusTest
class PagesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Test
  void showsAPageWithLinksThatLeadSomewhere() {
    String page =
        given()
            .accept(BROWSER)
            .get("/")
            .then()
            .statusCode(200)
            .contentType("text/html;charset=UTF-8")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();

    var links = Pattern.compile("href=\"([a-z][^\":]*)\"").matcher(page).results().toList();
    assertThat(links).hasSizeGreaterThan(5);
    links.forEach(link -> given().get("/" + link.group(1)).then().statusCode(200));
  }

  @Test
  void answersTheSameLinksAsJsonToAllElse() {
    Map<String, String> links =
        given()
            .get("/")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .body("name", equalTo("Roadstead"))
            .extract()
            .path("links");

    assertThat(links).containsKeys("swaggerUi", "openapi", "health", "metrics", "errors");
    links.values().forEach(link -> given().get(link).then().statusCode(200));
  }

  @Test
  void explainsEachErrorWhereItsTypePoints() {
    String type = given().get("/v1/namespaces/default/apps/nothing").then().extract().path("type");
    String page =
        given().accept(BROWSER).get("/errors").then().statusCode(200).extract().asString();

    assertThat(type).isEqualTo("/errors#not_found");
    assertThat(page).contains("<h2 id=\"not_found\">NOT_FOUND</h2>");
    given().get("/errors").then().contentType("text/markdown").body(containsString("## NOT_FOUND"));
  }
}
