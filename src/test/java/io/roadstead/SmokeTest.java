// SPDX-License-Identifier: Apache-2.0
package io.roadstead;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmokeTest {
  @Test
  void reportsAliveWhenStarted() {
    get("/q/health/live").then().statusCode(200);
  }
}
