// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.GetAppRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Metrics of both transports, whose series nobody outside can multiply. */
@QuarkusTest
class MetricsTest {
  @TestHTTPResource("/")
  URI root;

  @Test
  void countsCallsByRouteAndMethodAndNothingElse() {
    given().get("/v1/namespaces/default/apps/metrics-app").then().statusCode(404);
    for (int i = 0; i < 20; i++) {
      given().get("/invented-" + i);
      given().get("/v1/namespaces/invented-" + i + "/x");
      given().options("/v1/namespaces/default/apps/invented-" + i);
      given().request("INVENTED" + i, "/v1/cluster");
    }
    callUnknownMethods();
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .contains("uri=\"/v1/namespaces/{namespace}/apps/{app}\"")
        .contains("method=\"GetApp\"")
        .doesNotContainIgnoringCase("invented")
        .doesNotContain("metrics-app");
  }

  private void callUnknownMethods() {
    var channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
    try {
      var request = GetAppRequest.newBuilder().setName("namespaces/default/apps/x").build();
      call(() -> AppsGrpc.newBlockingStub(channel).getApp(request));
      for (int i = 0; i < 5; i++) {
        var method =
            AppsGrpc.getGetAppMethod().toBuilder().setFullMethodName("invented.A/B" + i).build();
        call(() -> ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request));
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private static void call(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode().name()).isIn("NOT_FOUND", "UNIMPLEMENTED");
    }
  }
}
