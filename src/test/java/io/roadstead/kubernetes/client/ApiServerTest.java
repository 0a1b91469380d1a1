// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ErrorCode;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.api.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ApiServerTest {
  private static final Caller CALLER = Caller.SERVICE_ACCOUNT;
  private static SimulatedCluster cluster;
  private static SimpleMeterRegistry registry;
  private static KubernetesClient client;
  private static ApiServer api;

  @BeforeAll
  static void start() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withNodes(0));
    registry = new SimpleMeterRegistry();
    client = client(Config.fromKubeconfig(cluster.kubeconfigYaml()), "5s");
    api = new ApiServer(client, null, Duration.ofSeconds(5), 4);
  }

  @AfterAll
  static void stop() {
    client.close();
    cluster.close();
  }

  @AfterEach
  void clearFaults() {
    cluster.api().faults().clear();
  }

  @Test
  void repeatsAfterPassingFailure() {
    cluster.api().faults().next(2, request -> true, Fault.status(503));

    assertThatCode(ApiServerTest::readNamespace).doesNotThrowAnyException();
  }

  @Test
  void repeatsAfterLostConnection() {
    cluster.api().faults().next(1, request -> true, Fault.drop());

    assertThatCode(ApiServerTest::readNamespace).doesNotThrowAnyException();
  }

  @Test
  void givesUpWhenFailureStays() {
    var calls = new AtomicInteger();
    cluster.api().faults().always(request -> calls.incrementAndGet() > 0, Fault.status(503));

    assertThat(failure().code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(calls).hasValue(3);
  }

  @Test
  void repeatsNothingThatWasRefused() {
    var calls = new AtomicInteger();
    // A request of its own: one that an earlier test gave up may still be on its way.
    cluster
        .api()
        .faults()
        .always(
            request -> request.path().endsWith("/refused") && calls.incrementAndGet() > 0,
            Fault.status(409));

    AppException e =
        failure(() -> api.call(CALLER, minute(), k -> k.namespaces().withName("refused").get()));

    assertThat(e.code()).isEqualTo(ErrorCode.ETAG_MISMATCH);
    assertThat(calls).hasValue(1);
  }

  @Test
  void tellsHowLongToWaitWhenThatIsTooLong() {
    var calls = new AtomicInteger();
    cluster
        .api()
        .faults()
        .always(
            request -> calls.incrementAndGet() > 0,
            Fault.status(429).retryAfter(Duration.ofSeconds(17)));

    AppException e = failure();

    assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(e.details().retryAfter()).isEqualTo(Duration.ofSeconds(17));
    assertThat(calls).hasValue(1);
  }

  @Test
  void waitsShortlyWhenAskedTo() {
    cluster
        .api()
        .faults()
        .next(1, request -> true, Fault.status(429).retryAfter(Duration.ofSeconds(1)));

    assertThatCode(ApiServerTest::readNamespace).doesNotThrowAnyException();
  }

  @Test
  void endsCallAtDeadline() {
    cluster.api().faults().always(request -> true, Fault.delay(Duration.ofSeconds(20)));
    long start = System.nanoTime();

    AppException e =
        failure(() -> api.call(CALLER, Deadline.after(Duration.ofMillis(300)), reading()));

    assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void asksNothingOnceDeadlinePassed() {
    assertThat(failure(() -> api.call(CALLER, Deadline.after(Duration.ZERO), reading())).code())
        .isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
  }

  @Test
  void failsAtOnceWhenNothingListens() {
    Config nobody = Config.empty();
    nobody.setMasterUrl("http://127.0.0.1:1/");
    try (KubernetesClient lonely = client(nobody, "5s")) {
      var away = new ApiServer(lonely, null, Duration.ofSeconds(5), 4);

      AppException e = failure(() -> away.call(CALLER, minute(), reading()));

      assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
      assertThat(e).hasMessageContaining("can't be reached");
    }
  }

  @Test
  void saysWhatIsNotConfigured() {
    var none = new ApiServer(client, "There is no kubeconfig.", Duration.ofSeconds(5), 4);

    assertThat(failure(() -> none.call(CALLER, minute(), reading())))
        .hasMessage("There is no kubeconfig.")
        .extracting(AppException::code)
        .isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
  }

  @Test
  void lateCallsWaitForPermitUntilTheirDeadline() throws Exception {
    var narrow = new ApiServer(client, null, Duration.ofSeconds(5), 1);
    cluster.api().faults().always(request -> true, Fault.delay(Duration.ofSeconds(2)));
    Thread first = new Thread(() -> narrow.call(CALLER, minute(), reading()));
    first.start();
    await().until(() -> first.getState() == Thread.State.WAITING);

    AppException e =
        failure(() -> narrow.call(CALLER, Deadline.after(Duration.ofMillis(200)), reading()));

    assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(e).hasMessageContaining("before the API server could be called");
    first.join();
  }

  @Test
  void timesRequestsByVerbResourceAndStatus() {
    readNamespace();
    api.call(CALLER, minute(), k -> k.pods().inNamespace("default").list());

    assertThat(timer("get", "namespaces", "200").count()).isPositive();
    assertThat(timer("list", "pods", "200").count()).isPositive();
    assertThat(timer("list", "pods", "200").totalTime(NANOSECONDS)).isPositive();
  }

  private static Timer timer(String verb, String resource, String status) {
    return registry
        .get(RequestMetrics.TIMER)
        .tags("verb", verb, "resource", resource, "status", status)
        .timer();
  }

  private static KubernetesClient client(Config config, String timeout) {
    var connection = new ClusterConnection("test", config, null);
    return KubernetesClientProducer.build(
        connection,
        Configured.with(Map.of("roadstead.kubernetes.request-timeout", timeout)),
        registry);
  }

  private static void readNamespace() {
    api.call(CALLER, minute(), reading());
  }

  private static Function<KubernetesClient, Object> reading() {
    return k -> Objects.requireNonNull(k.namespaces().withName("default").get());
  }

  private static Deadline minute() {
    return Deadline.after(Duration.ofMinutes(1));
  }

  private static AppException failure() {
    return failure(ApiServerTest::readNamespace);
  }

  private static AppException failure(ThrowingCallable work) {
    return Objects.requireNonNull(catchThrowableOfType(AppException.class, work));
  }
}
