// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.ListAppsRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors on the wire, as a client sees them that does not decode anything for us. */
@QuarkusTest
class GrpcHeadersTest {
  private static final int FRAME_HEADER = 5;

  @TestHTTPResource("/")
  URI root;

  @Inject Vertx vertx;

  private HttpClient http;

  @BeforeEach
  void connect() {
    http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void leavesPrintableCharactersOfAMessageAsTheyAre() throws Exception {
    MultiMap headers =
        call(
            "ListApps",
            ListAppsRequest.newBuilder().setParent("a: b, c/d 100% ü").build().toByteArray());

    assertThat(headers.get("grpc-status")).isEqualTo("3");
    assertThat(headers.get("grpc-message"))
        .startsWith("parent: \"a: b, c/d 100%25 %C3%BC\" must have the form namespaces/{namespace}")
        .doesNotContain("%3A", "%20", "%2F", "%2C", "%22");
  }

  @Test
  void saysWhyAMessageThatIsTooLargeIsRefused() throws Exception {
    var request = DeployAppRequest.newBuilder().setName("a".repeat(1024 * 1024 + 1)).build();

    MultiMap headers = call("DeployApp", request.toByteArray());

    assertThat(headers.get("grpc-status")).isEqualTo("8");
    assertThat(headers.get("grpc-message")).isEqualTo("A request may have at most 1 MiB.");
    var status =
        com.google.rpc.Status.parseFrom(
            Base64.getDecoder().decode(headers.get("grpc-status-details-bin")));
    assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason())
        .isEqualTo("REQUEST_TOO_LARGE");
  }

  private MultiMap call(String method, byte[] message) throws Exception {
    Buffer body =
        Buffer.buffer(FRAME_HEADER + message.length)
            .appendByte((byte) 0)
            .appendInt(message.length)
            .appendBytes(message);
    return http.request(
            HttpMethod.POST, root.getPort(), root.getHost(), "/roadstead.v1.Apps/" + method)
        .compose(
            request ->
                request
                    .putHeader("content-type", "application/grpc")
                    .putHeader("te", "trailers")
                    .send(body))
        .map(response -> response.headers())
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }
}
