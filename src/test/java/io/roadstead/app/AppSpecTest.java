// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AppSpecTest {
  private static final ContainerPort HTTP = new ContainerPort("http", 8080, Protocol.TCP);
  private static final Container KUBIA = container("kubia", "luksa/kubia:1.0", HTTP);

  @Test
  void acceptsAnAppWithASidecar() {
    AppSpec spec = spec(KUBIA, container("proxy", "envoyproxy/envoy:v1.31"));

    assertThat(spec.validated()).isSameAs(spec);
  }

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        arguments("containers", spec()),
        arguments("containers[1].name", spec(KUBIA, container("kubia", "luksa/kubia:2.0"))),
        arguments("containers[0].name", spec(container("Kubia", "a"))),
        arguments("containers[0].image", spec(container("kubia", "luksa/Kubia"))),
        arguments("containers[0].ports[0].port", spec(container("a", "a", port(null, 0)))),
        arguments("containers[0].ports[0].port", spec(container("a", "a", port(null, 70_000)))),
        arguments("containers[0].ports[0].name", spec(container("a", "a", port("HTTP", 80)))),
        arguments(
            "containers[0].ports[1].name", spec(container("a", "a", port("p", 80), port("p", 81)))),
        arguments(
            "containers[0].ports[1].port", spec(container("a", "a", port("p", 80), port("q", 80)))),
        arguments("containers[0].env[1].name", spec(env(value("A", "1"), value("A", "2")))),
        arguments("containers[0].env[0].name", spec(env(value("1A", "1")))),
        arguments(
            "containers[0].env[0].secretRef.name",
            spec(env(new EnvVar("A", new EnvVar.SecretKey("No", "k", false))))),
        arguments(
            "containers[0].env[0].configRef.key",
            spec(env(new EnvVar("A", new EnvVar.ConfigKey("c", "a b", false))))),
        arguments(
            "containers[0].resources.limits.memory",
            spec(resources(Map.of(), Map.of("memory", "1 GB")))),
        arguments(
            "containers[0].resources.requests.cpu",
            spec(resources(Map.of("cpu", "2"), Map.of("cpu", "1")))),
        arguments(
            "containers[0].readinessProbe.http.port",
            spec(readiness(new Probe.HttpGet("/", "web", false)))),
        arguments(
            "containers[0].readinessProbe.http.path",
            spec(readiness(new Probe.HttpGet("x", "http", false)))),
        arguments(
            "containers[0].readinessProbe.exec.command",
            spec(readiness(new Probe.Exec(List.of())))),
        arguments("replicas", with(new Scale.Fixed(-1))),
        arguments("replicas", with(new Scale.Fixed(10_001))),
        arguments("autoscaling.maxReplicas", with(new Scale.Autoscaling(5, 2, 80))),
        arguments("autoscaling.minReplicas", with(new Scale.Autoscaling(0, 2, 80))),
        arguments("autoscaling.targetCpuPercent", with(new Scale.Autoscaling(1, 2, 0))),
        arguments("exposure.ports[0].port", with(exposure(exposed("a", 0, null, null)))),
        arguments("exposure.ports[0].targetPort", with(exposure(exposed("a", 80, "web", null)))),
        arguments(
            "exposure.ports[1].name",
            with(exposure(exposed("a", 80, null, null), exposed(null, 81, null, null)))),
        arguments(
            "exposure.ports[1].name",
            with(exposure(exposed("a", 80, null, null), exposed("a", 81, null, null)))),
        arguments(
            "exposure.ports[1].port",
            with(exposure(exposed("a", 80, null, null), exposed("b", 80, null, null)))),
        arguments(
            "exposure.ports[0].nodePort",
            with(new Exposure(ExposureType.NODE_PORT, List.of(exposed("a", 80, null, 70_000))))),
        arguments("labels", labelled(Map.of("app.kubernetes.io/name", "x"))),
        arguments("labels", labelled(Map.of("roadstead.io/x", "x"))),
        arguments("labels.team", labelled(Map.of("team", "a b"))));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void namesTheFieldThatBreaksARule(String field, AppSpec spec) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(spec::validated)
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.details().violations())
                  .extracting(Violation::field)
                  .containsExactly(field);
            });
  }

  @Test
  void namesEveryViolationAtOnce() {
    AppSpec spec = spec(container("A", "B", port(null, 0)));

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(spec::validated)
        .satisfies(
            e ->
                assertThat(e.details().violations())
                    .extracting(Violation::field)
                    .containsExactly(
                        "containers[0].name",
                        "containers[0].image",
                        "containers[0].ports[0].port"));
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        arguments("containers is empty; give at least one container with name and image.", spec()),
        arguments(
            "replicas: -1 is too small; send a number from 0 to 10000.", with(new Scale.Fixed(-1))),
        arguments(
            "replicas: 10001 is too large; send a number from 0 to 10000.",
            with(new Scale.Fixed(10_001))),
        arguments(
            "autoscaling.maxReplicas: 2 is below minReplicas (5); send a number from 5 to 10000.",
            with(new Scale.Autoscaling(5, 2, 80))),
        arguments(
            "containers[1].name: \"kubia\" is the name of another container too; give each container"
                + " its own name.",
            spec(KUBIA, container("kubia", "luksa/kubia:2.0"))),
        arguments(
            "exposure.ports[0].targetPort: \"web\" is not a port; send a number from 1 to 65535 or a"
                + " name that the containers have (http).",
            with(exposure(exposed("a", 80, "web", null)))),
        arguments(
            "exposure.ports[1].name is missing; give a name for each port when there are several.",
            with(exposure(exposed("a", 80, null, null), exposed(null, 81, null, null)))),
        arguments(
            "containers[0].readinessProbe.grpc.port: 0 is too small; send a number from 1 to 65535"
                + " (port names work for http and tcp probes only).",
            spec(readiness(new Probe.GrpcCheck(0, "")))),
        arguments(
            "containers[0].resources.requests.cpu: \"2\" is above its limit, 1; lower it or raise the"
                + " limit.",
            spec(resources(Map.of("cpu", "2"), Map.of("cpu", "1")))),
        arguments(
            "labels: \"roadstead.io/x\" has a reserved prefix; use keys outside roadstead.io,"
                + " kubernetes.io and k8s.io, which Roadstead and Kubernetes set, or"
                + " app.kubernetes.io/version, component or part-of.",
            labelled(Map.of("roadstead.io/x", "x"))));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void saysWhatIsWrongAndWhatToSend(String message, AppSpec spec) {
    assertThatExceptionOfType(AppException.class).isThrownBy(spec::validated).withMessage(message);
  }

  @Test
  void dropsTheNodePortOfAnExposureThatBecomesInternal() {
    AppSpec spec = with(exposure(exposed("a", 80, null, 30_000)));

    assertThat(spec.validated().exposure().ports().get(0).nodePort()).isNull();
  }

  @Test
  void namesAFewOfManyViolationsInItsMessage() {
    Container[] wrong =
        Stream.generate(() -> container("A", "B", port(null, 0)))
            .limit(30)
            .toArray(Container[]::new);

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(spec(wrong)::validated)
        .withMessageEndingWith("(15 more)")
        .satisfies(e -> assertThat(e.details().violations()).hasSize(20));
  }

  @Test
  void hidesEnvValuesInErrorsAndText() {
    AppSpec spec = spec(env(value("TOKEN", "s3cret".repeat(30_000))));

    assertThat(spec.toString()).doesNotContain("s3cret");
    assertThat(spec.containers().get(0).env().toString()).doesNotContain("s3cret");
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(spec::validated)
        .satisfies(
            e -> assertThat(e.getMessage()).contains("env[0].value").doesNotContain("s3cret"));
  }

  @Test
  void exposesDeclaredPortsWhenNoneAreNamed() {
    Exposure resolved =
        new Exposure(ExposureType.INTERNAL, List.of())
            .resolvedFor(List.of(container("a", "a", HTTP, port(null, 9090))));

    assertThat(resolved.ports())
        .containsExactly(
            new ExposurePort("http", 8080, "http", Protocol.TCP, null),
            new ExposurePort("tcp-9090", 9090, "9090", Protocol.TCP, null));
  }

  @Test
  void refusesToExposeAnAppWithoutPorts() {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(
            () ->
                new Exposure(ExposureType.INTERNAL, List.of())
                    .resolvedFor(List.of(container("a", "a"))))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION));
  }

  private static AppSpec spec(Container... containers) {
    return new AppSpec(List.of(containers), null, null, Map.of(), Map.of(), List.of(), null);
  }

  private static AppSpec with(Scale scale) {
    return new AppSpec(List.of(KUBIA), scale, null, Map.of(), Map.of(), List.of(), null);
  }

  private static AppSpec with(Exposure exposure) {
    return new AppSpec(List.of(KUBIA), null, exposure, Map.of(), Map.of(), List.of(), null);
  }

  private static AppSpec labelled(Map<String, String> labels) {
    return new AppSpec(List.of(KUBIA), null, null, labels, Map.of(), List.of(), null);
  }

  private static Exposure exposure(ExposurePort... ports) {
    return new Exposure(ExposureType.INTERNAL, List.of(ports));
  }

  private static ExposurePort exposed(
      @Nullable String name, int port, @Nullable String target, @Nullable Integer nodePort) {
    return new ExposurePort(name, port, target, Protocol.TCP, nodePort);
  }

  private static Container container(String name, String image, ContainerPort... ports) {
    return new Container(
        name,
        image,
        List.of(),
        List.of(),
        List.of(),
        List.of(ports),
        Resources.NONE,
        null,
        null,
        null);
  }

  private static Container changed(UnaryOperator<Container> change) {
    return change.apply(KUBIA);
  }

  private static Container env(EnvVar... env) {
    return changed(
        c ->
            new Container(
                c.name(),
                c.image(),
                c.command(),
                c.args(),
                List.of(env),
                c.ports(),
                c.resources(),
                null,
                null,
                null));
  }

  private static Container resources(Map<String, String> requests, Map<String, String> limits) {
    return changed(
        c ->
            new Container(
                c.name(),
                c.image(),
                c.command(),
                c.args(),
                c.env(),
                c.ports(),
                new Resources(quantities(requests), quantities(limits)),
                null,
                null,
                null));
  }

  private static Container readiness(Probe.Action action) {
    return changed(
        c ->
            new Container(
                c.name(),
                c.image(),
                c.command(),
                c.args(),
                c.env(),
                c.ports(),
                c.resources(),
                null,
                new Probe(action, null, null, null, null, null),
                null));
  }

  private static Map<String, Quantity> quantities(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> new Quantity(e.getValue())));
  }

  private static EnvVar value(String name, String text) {
    return new EnvVar(name, new EnvVar.Value(text));
  }

  private static ContainerPort port(@Nullable String name, int number) {
    return new ContainerPort(name, number, Protocol.TCP);
  }
}
