// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.EnvVar;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.app.WriteOptions;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.client.Configured;
import io.roadstead.kubernetes.client.KubernetesClientProducer;
import io.roadstead.kubernetes.model.BeforeStop;
import io.roadstead.kubernetes.model.Specs;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.api.ApiRequest;
import io.roadstead.simulation.api.Fault;
import io.roadstead.simulation.store.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a write says, and leaves behind, when the API server fails at each of its objects. */
final class WriteFaultsTest {
  private static final AppSpec WITH_PASSWORD =
      Specs.of(
          List.of(Specs.container("web", "nginx:1.27", Specs.env("PASSWORD", "hunter2!"))),
          null,
          null,
          Map.of());

  private static final List<String> PLURALS =
      List.of("deployments", "services", "horizontalpodautoscalers");
  private static final List<String> OBJECTS =
      List.of("Deployment/web", "Service/web", "HorizontalPodAutoscaler/web");
  private static final AppSpec SPEC =
      Specs.of(
          "nginx:1.27",
          new Scale.Autoscaling(1, 3, 50),
          Specs.exposure(ExposureType.INTERNAL, null));
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static SimulatedCluster cluster;
  private static KubernetesClient client;
  private AppWriter writer;
  private AppName web;

  @BeforeAll
  static void start() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withNodes(0));
    client = connect(Config.fromKubeconfig(cluster.kubeconfigYaml()));
  }

  @AfterAll
  static void stop() {
    client.close();
    cluster.close();
  }

  @BeforeEach
  void makeNamespace() {
    web = new AppName("faults-" + NUMBER.incrementAndGet(), "web");
    client.raw(
        "/api/v1/namespaces",
        "POST",
        Map.of(
            "apiVersion", "v1",
            "kind", "Namespace",
            "metadata", Map.of("name", web.namespace())));
    writer = writer(Duration.ofSeconds(20));
  }

  @AfterEach
  void clearFaults() {
    cluster.api().faults().clear();
  }

  static Stream<Arguments> faultsAtEachObject() {
    return Stream.of(0, 1, 2)
        .flatMap(
            k ->
                Stream.of(
                    Arguments.of(k, Fault.status(403), ErrorCode.PERMISSION_DENIED),
                    Arguments.of(
                        k,
                        Fault.status(429).retryAfter(Duration.ofSeconds(9)),
                        ErrorCode.RATE_LIMITED),
                    Arguments.of(k, Fault.status(500), ErrorCode.CLUSTER_UNAVAILABLE),
                    Arguments.of(k, Fault.status(503), ErrorCode.CLUSTER_UNAVAILABLE),
                    Arguments.of(k, Fault.drop(), ErrorCode.CLUSTER_UNAVAILABLE)));
  }

  @ParameterizedTest
  @MethodSource("faultsAtEachObject")
  void saysHowFarItCameAndConvergesWhenRepeated(int k, Fault fault, ErrorCode code) {
    cluster.api().faults().always(request -> isApply(request, k), fault);

    AppException e = failure(() -> deploy(SPEC));

    assertThat(e.code()).isEqualTo(code);
    if (code == ErrorCode.RATE_LIMITED) {
      assertThat(e.details().retryAfter()).isEqualTo(Duration.ofSeconds(9));
    }
    assertThat(e.details().objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(0, 1, 2)
                .map(
                    i ->
                        tuple(
                            OBJECTS.get(i),
                            i < k
                                ? Outcome.CREATED
                                : i == k ? Outcome.FAILED : Outcome.NOT_ATTEMPTED))
                .toList());
    cluster.api().faults().clear();
    deploy(SPEC);
    assertThat(deploy(SPEC).objects())
        .extracting(ObjectResult::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @ParameterizedTest
  @MethodSource("faultsAtEachObject")
  void convergesWhenDeleteIsRepeated(int k, Fault fault, ErrorCode code) {
    deploy(SPEC);
    cluster
        .api()
        .faults()
        .always(request -> request.method().equals("DELETE") && isAbout(request, k), fault);

    assertThat(failure(() -> writer.delete(CALLER, web, false, WriteOptions.DEFAULT)).code())
        .isEqualTo(code);
    cluster.api().faults().clear();
    writer.delete(CALLER, web, false, WriteOptions.DEFAULT);

    assertThat(failure(() -> writer.delete(CALLER, web, false, WriteOptions.DEFAULT)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void saysWhatItChangedWhenALaterAttemptCannotRead() {
    var applied = new AtomicInteger();
    cluster.api().faults().next(1, request -> isApply(request, 1), conflict());
    cluster
        .api()
        .faults()
        .always(
            request -> {
              applied.addAndGet(isApply(request, 0) ? 1 : 0);
              return applied.get() > 0 && request.method().equals("GET");
            },
            Fault.status(503));

    AppException e = failure(() -> deploy(SPEC));

    assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(e.details().objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .contains(tuple("Deployment/web", Outcome.CREATED));
  }

  @Test
  void endsAtItsDeadlineWhenApiServerIsSlow() {
    cluster.api().faults().always(request -> true, Fault.delay(Duration.ofSeconds(20)));
    long start = System.nanoTime();

    AppException e =
        failure(
            () -> writer(Duration.ofMillis(500)).deploy(CALLER, web, SPEC, WriteOptions.DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void repeatsWhenSomebodyElseWroteInBetween() {
    cluster.api().faults().next(3, request -> isApply(request, 0), conflict());

    assertThat(deploy(SPEC).created()).isTrue();
  }

  @Test
  void givesUpAtItsDeadlineWhenSomebodyElseWritesAllTheTime() {
    cluster.api().faults().always(request -> isApply(request, 0), conflict());

    AppException e =
        failure(
            () -> writer(Duration.ofMillis(700)).deploy(CALLER, web, SPEC, WriteOptions.DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
  }

  @Test
  void hidesEnvValuesThatAdmissionRepeats() {
    refuseRepeatingThePassword();

    assertHidden(failure(() -> deploy(WITH_PASSWORD)));
  }

  @Test
  void hidesEnvValuesThatAreAppliedAgainByAScale() {
    deploy(WITH_PASSWORD);
    refuseRepeatingThePassword();

    assertHidden(
        failure(() -> writer.scale(CALLER, web, new Scale.Fixed(3), WriteOptions.DEFAULT)));
  }

  @Test
  void hidesAValueThatBeginsWithAnother() {
    EnvVar user = Specs.env("USER", "hunter");
    EnvVar password = Specs.env("PASSWORD", "hunter2!");
    refuseRepeatingThePassword();

    assertHidden(
        failure(
            () ->
                deploy(
                    Specs.of(
                        List.of(Specs.container("web", "nginx:1.27", user, password)),
                        null,
                        null,
                        Map.of()))));
  }

  private void refuseRepeatingThePassword() {
    ApiException refusal =
        ApiException.of(
            403,
            "Forbidden",
            "admission webhook \"policy.example.com\" denied the request: PASSWORD=hunter2!");
    cluster
        .api()
        .faults()
        .always(request -> isApply(request, 0), new Fault(Duration.ZERO, refusal, null, false));
  }

  private static void assertHidden(AppException e) {
    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining("PASSWORD=***").hasNoCause();
    assertThat(e.details().objects().toString()).doesNotContain("hunter2");
  }

  @Test
  void remembersTheCountOfAnAutoscaledAppThoughTheStopIsRepeated() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null));
    writer.scale(CALLER, web, new Scale.Autoscaling(2, 6, 50), WriteOptions.DEFAULT);
    cluster.api().faults().next(1, request -> isApply(request, 0), conflict());

    Written stopped = writer.scale(CALLER, web, new Scale.Fixed(0), WriteOptions.DEFAULT);

    assertThat(stopped.app().deployment().desiredReplicas()).isZero();
    assertThat(stopped.app().deployment().replicasBeforeStop()).isEqualTo(3);
    assertThat(managers()).doesNotContain(Managers.AUTOSCALER);
  }

  @Test
  void remembersTheAutoscalingThoughTheStopIsRepeated() {
    deploy(SPEC);
    cluster.api().faults().next(1, request -> isApply(request, 0), conflict());

    Written stopped = writer.stop(CALLER, web, WriteOptions.DEFAULT);

    assertThat(stopped.app().deployment().remembered().autoscaling()).contains("\"maxReplicas\":3");
    assertThat(managers()).doesNotContain(Managers.AUTOSCALER);
    assertThat(writer.start(CALLER, web, WriteOptions.DEFAULT).app().spec().scale())
        .isEqualTo(new Scale.Autoscaling(1, 3, 50));
  }

  @Test
  void remembersTheAutoscalingThoughTheStopFailedAndIsCalledAgain() {
    deploy(SPEC);
    cluster.api().faults().always(request -> isApply(request, 0), Fault.status(403));
    failure(() -> writer.stop(CALLER, web, WriteOptions.DEFAULT));
    cluster.api().faults().clear();

    writer.stop(CALLER, web, WriteOptions.DEFAULT);

    assertThat(writer.start(CALLER, web, WriteOptions.DEFAULT).app().spec().scale())
        .isEqualTo(new Scale.Autoscaling(1, 3, 50));
  }

  @Test
  void bringsTheAutoscalingBackThoughTheStartIsRepeated() {
    deploy(SPEC);
    writer.stop(CALLER, web, WriteOptions.DEFAULT);
    cluster.api().faults().next(1, request -> isApply(request, 0), conflict());

    Written started = writer.start(CALLER, web, WriteOptions.DEFAULT);

    assertThat(started.app().spec().scale()).isEqualTo(new Scale.Autoscaling(1, 3, 50));
    assertThat(started.app().deployment().desiredReplicas()).isEqualTo(1);
    assertThat(started.app().deployment().remembered()).isEqualTo(BeforeStop.NOTHING);
  }

  @Test
  void says503WhenNothingListens() {
    Config nobody = Config.empty();
    nobody.setMasterUrl("http://127.0.0.1:1/");
    try (KubernetesClient lonely = connect(nobody)) {
      var away = new AppWriter(api(lonely), new Unseen(), Duration.ofSeconds(20));

      assertThat(failure(() -> away.deploy(CALLER, web, SPEC, WriteOptions.DEFAULT)).code())
          .isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    }
  }

  private static final Caller CALLER = Caller.SERVICE_ACCOUNT;

  private static Fault conflict() {
    ApiException refusal =
        ApiException.of(409, "Conflict", "the object has been modified; please try again");
    return new Fault(Duration.ZERO, refusal, null, false);
  }

  /** An apply that is not a rehearsal. */
  private static boolean isApply(ApiRequest request, int k) {
    return request.method().equals("PATCH")
        && request.parameter("dryRun").isEmpty()
        && request.parameter("fieldManager").equals("roadstead")
        && isAbout(request, k);
  }

  private static boolean isAbout(ApiRequest request, int k) {
    return request.path().contains("/" + PLURALS.get(k) + "/");
  }

  private List<String> managers() {
    Deployment deployment =
        client.apps().deployments().inNamespace(web.namespace()).withName(web.app()).get();
    return Managers.of(deployment).stream().map(ManagedFieldsEntry::getManager).toList();
  }

  private Written deploy(AppSpec spec) {
    return writer.deploy(CALLER, web, spec, WriteOptions.DEFAULT);
  }

  private static AppWriter writer(Duration limit) {
    return new AppWriter(api(client), new Unseen(), limit);
  }

  private static KubernetesClient connect(Config config) {
    return KubernetesClientProducer.build(
        new ClusterConnection("test", config, null),
        Configured.with(Map.of()),
        new SimpleMeterRegistry());
  }

  private static ApiServer api(KubernetesClient client) {
    return new ApiServer(client, null, Duration.ofSeconds(10), 10);
  }

  private static AppException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    return Objects.requireNonNull(catchThrowableOfType(AppException.class, write));
  }
}
