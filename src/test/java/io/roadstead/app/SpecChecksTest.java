// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpecChecksTest {
  private static final Map<String, Object> EMPTY = Map.of("name", "a", "empty", Map.of());
  private static final Map<String, Object> ALL_AND_SOME =
      Map.of("allPods", true, "matchLabels", Map.of("app", "a"));

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("volumes[1].name", volumes(EMPTY, EMPTY)),
        arguments("volumes[0].claim.name", volume("claim", Map.of())),
        arguments("volumes[0].claim.size", volume("claim", Map.of("size", "0"))),
        arguments("volumes[0].claim.size", volume("claim", Map.of("size", "much"))),
        arguments("volumes[0].config.name", volume("config", Map.of())),
        arguments(
            "volumes[0].config.files",
            volume("config", Map.of("name", "c", "files", Map.of("a", "b")))),
        arguments(
            "volumes[0].config.files", volume("config", Map.of("files", Map.of("../a", "b")))),
        arguments("volumes[0].config.files", volume("config", Map.of("files", Map.of("/a", "b")))),
        arguments(
            "volumes[0].config.files",
            volume("config", Map.of("files", Map.of("a", "b", "a/b", "c")))),
        arguments(
            "volumes[0].config.files",
            volume("config", Map.of("files", Map.of("a", "x".repeat(1_048_576))))),
        arguments("containers[0].volumeMounts[1].path", mounts(mount("/a"), mount("/a"))),
        arguments(
            "containers[0].volumeMounts[0].subPathExpr",
            mounts(Map.of("volume", "a", "path", "/a", "subPath", "b", "subPathExpr", "c"))),
        arguments(
            "placement.tolerations[0].value",
            tolerations(Map.of("key", "k", "operator", "EXISTS", "value", "v"))),
        arguments(
            "placement.tolerations[0].seconds",
            tolerations(Map.of("key", "k", "effect", "NO_SCHEDULE", "seconds", 3L))),
        arguments("placement.tolerations[0].key", tolerations(Map.of("value", "v"))),
        arguments("update.maxSurge", update(Map.of("recreate", true, "maxSurge", "1"))),
        arguments("update.maxUnavailable", update(Map.of("maxSurge", "0", "maxUnavailable", "0%"))),
        arguments("security.seccompProfile", set("security", Map.of("seccomp", "LOCALHOST"))),
        arguments("security.seccompProfile", set("security", Map.of("seccompProfile", "p"))),
        arguments("security.appArmorProfile", set("security", Map.of("appArmor", "LOCALHOST"))),
        arguments(
            "containers[0].security.appArmorProfile",
            spec(container(Map.of("security", Map.of("appArmorProfile", "p"))))),
        arguments("volumes[0].ephemeral.size", volume("ephemeral", Map.of("size", "0"))),
        arguments(
            "placement.spread[0].allPods",
            set("placement", Map.of("spread", List.of(ALL_AND_SOME)))),
        arguments(
            "placement.affinity.pod.required[0].allPods",
            affinity("pod", Map.of("required", List.of(ALL_AND_SOME)))),
        arguments(
            "placement.affinity.antiPod.preferred[0].term.allPods",
            affinity("antiPod", Map.of("preferred", List.of(Map.of("term", ALL_AND_SOME))))),
        arguments("containers[0].restartable", spec(container(Map.of("restartable", true)))),
        arguments(
            "initContainers[0].preStop",
            init(container("init", Map.of("preStop", Map.of("sleepSeconds", 1L))))),
        arguments(
            "placement.dns.nameservers", set("placement", Map.of("dns", Map.of("policy", "NONE")))),
        arguments(
            "exposure.sessionAffinitySeconds",
            exposed(ExposureType.INTERNAL, Map.of("sessionAffinitySeconds", 9L))),
        arguments("exposure.headless", exposed(ExposureType.NODE_PORT, Map.of("headless", true))),
        arguments(
            "exposure.trafficPolicy.external",
            exposed(ExposureType.INTERNAL, Map.of("trafficPolicy", Map.of("external", "LOCAL")))),
        arguments(
            "exposure.sourceRanges",
            exposed(ExposureType.NODE_PORT, Map.of("sourceRanges", List.of("10.0.0.0/8")))),
        arguments(
            "exposure.allocateNodePorts",
            exposed(ExposureType.NODE_PORT, Map.of("allocateNodePorts", false))),
        arguments(
            "exposure.loadBalancerClass",
            exposed(ExposureType.INTERNAL, Map.of("loadBalancerClass", "a/b"))));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void namesTheFieldThatBreaksARule(String field, AppSpec spec) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(spec::validated)
        .satisfies(
            e ->
                assertThat(e.details().violations())
                    .extracting(Violation::field)
                    .containsExactly(field));
  }

  @Test
  void acceptsWhatKubernetesAccepts() {
    AppSpec spec =
        init(container("init", Map.of("restartable", true)))
            .with(
                new Settings(
                    Map.of(
                        "volumes",
                        List.of(
                            EMPTY,
                            Map.of("name", "b", "claim", Map.of("name", "old")),
                            Map.of(
                                "name",
                                "c",
                                "config",
                                Map.of("files", Map.of("d/.e", "", "f.conf", "x")))),
                        "update",
                        Map.of("maxSurge", "0"),
                        "placement",
                        Map.of("tolerations", List.of(Map.of("operator", "EXISTS"))))));

    assertThat(spec.validated()).isSameAs(spec);
  }

  private static AppSpec spec(Container... containers) {
    return new AppSpec(List.of(containers), null, null, Map.of(), Map.of(), List.of(), null);
  }

  private static AppSpec init(Container init) {
    return new AppSpec(
        List.of(container(Map.of())),
        null,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        List.of(init),
        Settings.NONE);
  }

  private static Container container(Map<String, Object> settings) {
    return container("web", settings);
  }

  private static Container container(String name, Map<String, Object> settings) {
    return new Container(
        name,
        "nginx",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Resources.NONE,
        null,
        null,
        null,
        new Settings(settings));
  }

  private static AppSpec set(String name, Object value) {
    return spec(container(Map.of())).with(new Settings(Map.of(name, value)));
  }

  @SafeVarargs
  private static AppSpec volumes(Map<String, Object>... volumes) {
    return set("volumes", List.of(volumes));
  }

  private static AppSpec volume(String kind, Map<String, Object> source) {
    return volumes(Map.of("name", "a", kind, source));
  }

  private static Map<String, Object> mount(String path) {
    return Map.of("volume", "a", "path", path);
  }

  @SafeVarargs
  private static AppSpec mounts(Map<String, Object>... mounts) {
    return spec(container(Map.of("volumeMounts", List.of(mounts))));
  }

  private static AppSpec tolerations(Map<String, Object> toleration) {
    return set("placement", Map.of("tolerations", List.of(toleration)));
  }

  private static AppSpec affinity(String kind, Map<String, Object> rules) {
    return set("placement", Map.of("affinity", Map.of(kind, rules)));
  }

  private static AppSpec update(Map<String, Object> update) {
    return set("update", update);
  }

  private static AppSpec exposed(ExposureType type, Map<String, Object> settings) {
    return spec(container(Map.of()))
        .with(
            new Exposure(
                type,
                List.of(new ExposurePort(null, 80, "80", Protocol.TCP, null)),
                new Settings(settings)));
  }
}
