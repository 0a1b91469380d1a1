// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.GetAppRequest;
import io.roadstead.v1.GetClusterRequest;
import io.roadstead.v1.ScaleAppRequest;
import io.roadstead.v1.WriteOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only gRPC can get wrong, and what it has beside the contract. */
@QuarkusTest
class GrpcWireTest {
  private static final GetAppRequest REQUEST =
      GetAppRequest.newBuilder().setName("namespaces/default/apps/x").build();

  @TestHTTPResource("/")
  URI root;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roadstead.v1.Apps/Nothing",
        "roadstead.v1.apps/GetApp",
        "roadstead.v1.Apps/GetApp/"
      })
  void hasNoOtherMethods(String name) {
    var method = AppsGrpc.getGetAppMethod().toBuilder().setFullMethodName(name).build();
    assertThat(
            failure(
                () -> ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, REQUEST)))
        .isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1024 * 1024 + 1, 3 * 1024 * 1024})
  void refusesAMessageThatIsTooLarge(int size) {
    var spec = AppSpec.newBuilder().setServiceAccountName("a".repeat(size));
    var request = DeployAppRequest.newBuilder().setSpec(spec).build();
    var stub = AppsGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    assertThat(failure(() -> stub.deployApp(request))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void refusesACompressedMessageThatIsTooLargeOnceUnpacked() {
    var spec = AppSpec.newBuilder().setServiceAccountName("a".repeat(8 * 1024 * 1024));
    var request = DeployAppRequest.newBuilder().setSpec(spec).build();
    var stub = AppsGrpc.newBlockingStub(channel).withCompression("gzip");
    assertThat(failure(() -> stub.deployApp(request))).isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"impersonate-user", "Impersonate-Extra-a"})
  void letsNobodyImpersonate(String key) {
    var sent = new Metadata();
    sent.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), "admin");
    var stub =
        AppsGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent));
    assertThat(failure(() -> stub.getApp(REQUEST))).isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void answersWithTheRequestId() {
    var key = Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
    var sent = new Metadata();
    sent.put(key, "my-id.1");
    var headers = new AtomicReference<Metadata>();
    var trailers = new AtomicReference<Metadata>();
    var cluster =
        ClustersGrpc.newBlockingStub(channel)
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(sent),
                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
            .getCluster(GetClusterRequest.getDefaultInstance());
    assertThat(cluster.getCluster().getNodeCount()).isPositive();
    assertThat(headers.get().get(key)).isEqualTo("my-id.1");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    var unknown =
        com.google.protobuf.UnknownFieldSet.newBuilder()
            .addField(
                999, com.google.protobuf.UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    var request = REQUEST.toBuilder().setUnknownFields(unknown).build();
    assertThat(failure(() -> AppsGrpc.newBlockingStub(channel).getApp(request)))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void refusesAnEtagWithoutQuotesAsRestDoes() {
    var request =
        ScaleAppRequest.newBuilder()
            .setName(REQUEST.getName())
            .setReplicas(1)
            .setOptions(WriteOptions.newBuilder().setEtag("abc"))
            .build();
    assertThat(failure(() -> AppsGrpc.newBlockingStub(channel).scaleApp(request)))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void endsACallAtTheClientsDeadline() {
    var stub = AppsGrpc.newBlockingStub(channel).withDeadlineAfter(1, TimeUnit.NANOSECONDS);
    assertThat(failure(() -> stub.getApp(REQUEST))).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
  }

  private static Status.Code failure(Runnable call) {
    StatusRuntimeException error = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(error).as("the call fails").isNotNull();
    return error.getStatus().getCode();
  }
}
