// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.v1.GetClusterRequest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No web page reaches the service, neither directly nor by DNS rebinding, over both transports. */
@QuarkusTest
class GuardTest {
  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @ValueSource(strings = {"/v1/cluster", "/", "/q/openapi", "/q/health/ready", "/nothing"})
  void refusesRequestsUnderAnotherName(String path) throws Exception {
    String answer = send("GET " + path + " HTTP/1.1", "Host: attacker.example:8080");

    assertThat(answer)
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json", "PERMISSION_DENIED", "roadstead.http.allowed-hosts");
  }

  @Test
  void refusesWritesOfAPageUnderAnotherName() throws Exception {
    String answer =
        send(
            "PUT /v1/namespaces/default/apps/kubia/scale HTTP/1.1",
            "Host: attacker.example:8080",
            "Origin: http://attacker.example:8080",
            "Content-Type: application/json",
            "Content-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesWhatOtherPagesAskFor() throws Exception {
    assertThat(
            send("GET /v1/cluster HTTP/1.1", "Host: localhost", "Origin: https://attacker.example"))
        .startsWith("HTTP/1.1 403")
        .contains("quarkus.http.cors.origins");
    assertThat(send("GET /v1/cluster HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
    assertThat(send("GET /v1/cluster HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesAForwardedNameAndASecondHost() throws Exception {
    assertThat(
            send(
                "GET /v1/cluster HTTP/1.1",
                "Host: attacker.example",
                "X-Forwarded-Host: localhost",
                "Forwarded: host=localhost"))
        .startsWith("HTTP/1.1 403");
    assertThat(send("GET /v1/cluster HTTP/1.1", "Host: localhost", "Host: attacker.example"))
        .startsWith("HTTP/1.1 40");
    assertThat(send("GET /v1/cluster HTTP/1.0")).startsWith("HTTP/1.0 403");
  }

  @Test
  void answersKubeletsThatAddressThePod() throws Exception {
    assertThat(send("GET /q/health/live HTTP/1.1", "Host: 10.1.2.3:8080"))
        .startsWith("HTTP/1.1 200");
    assertThat(send("GET /q/metrics HTTP/1.1", "Host: 10.1.2.3:8080")).startsWith("HTTP/1.1 200");
    assertThat(send("GET /v1/cluster HTTP/1.1", "Host: 10.1.2.3:8080")).startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesCallsUnderAnotherNameOverGrpc() throws Exception {
    StatusRuntimeException error = failure("attacker.example:8080", new Metadata());

    assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(error.getStatus().getDescription()).contains("roadstead.http.allowed-hosts");
    assertThat(StatusProto.fromThrowable(error).getDetails(0).unpack(ErrorInfo.class).getReason())
        .isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void refusesCallsOfPagesOverGrpc() {
    var sent = new Metadata();
    sent.put(
        Metadata.Key.of("origin", Metadata.ASCII_STRING_MARSHALLER), "https://attacker.example");

    assertThat(failure("localhost", sent).getStatus().getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  private StatusRuntimeException failure(String authority, Metadata sent) {
    var channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort())
            .overrideAuthority(authority)
            .usePlaintext()
            .build();
    try {
      var stub =
          ClustersGrpc.newBlockingStub(channel)
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent));
      return catchThrowableOfType(
          StatusRuntimeException.class,
          () -> stub.getCluster(GetClusterRequest.getDefaultInstance()));
    } finally {
      channel.shutdownNow();
    }
  }

  private String send(String... lines) throws Exception {
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(20_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
