// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.v1.GetClusterRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line for each request, that tells nothing it should not. */
@QuarkusTest
class RequestLogTest {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger("io.roadstead.request");
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          var extended = ExtLogRecord.wrap(entry);
          lines.add(extended.getMdc("requestId") + " " + extended.getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TestHTTPResource("/")
  URI root;

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
  }

  @Test
  void tellsTheRouteOfARestRequestWithoutItsQuery() {
    given()
        .header("X-Request-Id", "log-1")
        .queryParam("filter", "team=secret")
        .get("/v1/namespaces/default/apps")
        .then()
        .statusCode(200);
    await().until(() -> !lines.isEmpty());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).matches("log-1 GET /v1/namespaces/\\{namespace}/apps 200 \\d+ ms");
  }

  @Test
  void tellsTheMethodOfAGrpcCall() {
    var channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
    try {
      ClustersGrpc.newBlockingStub(channel).getCluster(GetClusterRequest.getDefaultInstance());
    } finally {
      channel.shutdownNow();
    }
    await().until(() -> !lines.isEmpty());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .matches("\\S{36} POST /roadstead.v1.Clusters/GetCluster 200 grpc-status 0 \\d+ ms");
  }
}
