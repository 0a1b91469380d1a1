// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.health.ReadinessSwitch;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The health that gRPC clients and probes ask for is that of {@code /q/health/ready}. */
@QuarkusTest
class GrpcHealthTest {
  @TestHTTPResource("/")
  URI root;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    ReadinessSwitch.READY.set(true);
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
  }

  @AfterEach
  void close() {
    ReadinessSwitch.READY.set(true);
    channel.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "roadstead.v1.Apps", "roadstead.v1.Clusters"})
  void servesWhileItIsReady(String service) {
    await().untilAsserted(() -> assertThat(check(service)).isEqualTo(ServingStatus.SERVING));

    ReadinessSwitch.READY.set(false);

    assertThat(check(service)).isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void knowsNoOtherService() {
    var error = catchThrowableOfType(StatusRuntimeException.class, () -> check("roadstead.v1.App"));

    assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(error.getStatus().getDescription()).contains("roadstead.v1.Apps");
  }

  @Test
  void tellsWatchersOfEveryChange() {
    await().untilAsserted(() -> assertThat(check("")).isEqualTo(ServingStatus.SERVING));
    List<Integer> seen = watch("roadstead.v1.Apps");
    await().untilAsserted(() -> assertThat(seen).containsExactly(1));

    ReadinessSwitch.READY.set(false);
    await().untilAsserted(() -> assertThat(seen).containsExactly(1, 2));

    ReadinessSwitch.READY.set(true);
    await().untilAsserted(() -> assertThat(seen).containsExactly(1, 2, 1));
  }

  @Test
  void tellsWatchersThatAServiceIsNotThere() {
    List<Integer> seen = watch("nothing");

    await().untilAsserted(() -> assertThat(seen).containsExactly(HealthWatch.SERVICE_UNKNOWN));
  }

  private ServingStatus check(String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  private List<Integer> watch(String service) {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    HealthGrpc.newStub(channel)
        .watch(
            HealthCheckRequest.newBuilder().setService(service).build(),
            new StreamObserver<>() {
              @Override
              public void onNext(HealthCheckResponse answer) {
                seen.add(answer.getStatusValue());
              }

              @Override
              public void onError(Throwable error) {
                // The channel is closed at the end of the test.
              }

              @Override
              public void onCompleted() {
                seen.add(-1);
              }
            });
    return seen;
  }
}
