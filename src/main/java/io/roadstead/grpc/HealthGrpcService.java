// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.ClustersGrpc;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code grpc.health.v1} in accordance with {@code /q/health/ready}: each service is SERVING while
 * this process is ready. Replaces Quarkus' own implementation, which reports SERVING from the
 * start.
 */
@GrpcService
public class HealthGrpcService implements BindableService, HealthGrpc.AsyncService {
  /** The empty name means the whole server. */
  private static final Set<String> SERVICES =
      Set.of("", AppsGrpc.SERVICE_NAME, ClustersGrpc.SERVICE_NAME);

  private static final long BETWEEN_LOOKS_MS = 1000;

  private final SmallRyeHealthReporter health;
  private final Vertx vertx;
  private final Set<HealthWatch> watches = ConcurrentHashMap.newKeySet();

  HealthGrpcService(SmallRyeHealthReporter health, Vertx vertx) {
    this.health = health;
    this.vertx = vertx;
  }

  /** As generated, with a schema from which tools learn the types of error details. */
  @Override
  public ServerServiceDefinition bindService() {
    ServerServiceDefinition generated = HealthGrpc.bindService(this);
    var descriptor =
        ServiceDescriptor.newBuilder(HealthGrpc.SERVICE_NAME)
            .setSchemaDescriptor(new HealthSchema());
    generated.getMethods().forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
    var definition = ServerServiceDefinition.builder(descriptor.build());
    generated.getMethods().forEach(definition::addMethod);
    return definition.build();
  }

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    if (!SERVICES.contains(request.getService())) {
      answer.onError(
          ErrorStatus.of(
              AppException.of(
                  ErrorCode.NOT_FOUND,
                  "Service '%s' does not exist. Services are %s and %s."
                      .formatted(
                          request.getService(),
                          AppsGrpc.SERVICE_NAME,
                          ClustersGrpc.SERVICE_NAME))));
      return;
    }
    health
        .getReadinessAsync()
        .subscribe()
        .with(
            ready -> Answers.send(answer, HealthWatch.response(serving(!ready.isDown()))),
            error -> answer.onError(ErrorStatus.of(error)));
  }

  /** An unknown service is reported as such, and watched, as the protocol requires. */
  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    var watch = new HealthWatch((ServerCallStreamObserver<HealthCheckResponse>) answer);
    watches.add(watch);
    if (!SERVICES.contains(request.getService())) {
      watch.report(HealthWatch.SERVICE_UNKNOWN);
      watch.whenGone(() -> watches.remove(watch));
      return;
    }
    look(watch);
    long timer = vertx.setPeriodic(BETWEEN_LOOKS_MS, tick -> look(watch));
    watch.whenGone(
        () -> {
          vertx.cancelTimer(timer);
          watches.remove(watch);
        });
  }

  /** Streams never end by themselves, and would delay the shutdown. */
  void endWatches(@Observes ShutdownDelayInitiatedEvent event) {
    watches.forEach(HealthWatch::end);
  }

  private void look(HealthWatch watch) {
    health
        .getReadinessAsync()
        .subscribe()
        .with(
            ready -> watch.report(serving(!ready.isDown())),
            error -> watch.report(ServingStatus.NOT_SERVING));
  }

  private static ServingStatus serving(boolean ready) {
    return ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
  }
}
