// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.cluster.Freshness;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written of a spec is read back as the same spec. A field that only one direction knows,
 * or that no generated spec has, fails here. {@code WholeSpecTest} of the contract has the
 * settings.
 */
final class RoundTripTest {
  private static final AppName WEB = new AppName("shop", "web");
  private static final int SPECS = 300;
  private static final Freshness FRESH = new Freshness(Instant.EPOCH, false);

  static LongStream seeds() {
    return LongStream.range(0, SPECS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackWhatItWrites(long seed) {
    AppSpec spec = new GeneratedSpecs(seed).next();

    assertThat(writtenAndRead(spec, false)).isEqualTo(spec);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackWhatItWritesOfAdoptedApps(long seed) {
    AppSpec spec = new GeneratedSpecs(seed).next();

    assertThat(writtenAndRead(spec, true)).isEqualTo(spec);
  }

  /** So that a new field can't be left out of the generated specs, but for settings. */
  @Test
  void generatesEveryFieldWithAndWithoutValue() {
    Map<String, Set<Boolean>> seen = new HashMap<>();
    IntStream.range(0, SPECS).forEach(seed -> see(new GeneratedSpecs(seed).next(), seen));

    seen.keySet().removeIf(field -> field.endsWith("settings") || field.startsWith("Settings."));
    assertThat(seen.keySet().stream().filter(field -> !seen.get(field).contains(true)))
        .containsExactlyInAnyOrder(
            "AppSpec.initContainers", "ExposurePort.appProtocol", "Probe.gracePeriodSeconds");
    assertThat(seen.keySet().stream().filter(field -> !seen.get(field).contains(false)))
        .containsExactlyInAnyOrderElementsOf(ALWAYS_GIVEN);
  }

  /** Fields that have a value in every spec that can be read back. */
  private static final Set<String> ALWAYS_GIVEN =
      Set.of(
          "AppSpec.containers",
          "AppSpec.scale",
          "Container.name",
          "Container.image",
          "Container.resources",
          "ContainerPort.protocol",
          "ContainerPort.port",
          "EnvVar.name",
          "EnvVar.source",
          "SecretKey.name",
          "SecretKey.key",
          "ConfigKey.name",
          "ConfigKey.key",
          "PodField.path",
          "ContainerResource.resource",
          "Quantity.text",
          "Probe.action",
          "HttpGet.path",
          "HttpGet.port",
          "TcpConnect.port",
          "GrpcCheck.port",
          "Exec.command",
          "Autoscaling.minReplicas",
          "Autoscaling.maxReplicas",
          "Autoscaling.targetCpuPercent",
          "Exposure.type",
          "Exposure.ports",
          "ExposurePort.port",
          "ExposurePort.protocol",
          "ExposurePort.targetPort");

  private static AppSpec writtenAndRead(AppSpec spec, boolean adopted) {
    Integer replicas = spec.scale() instanceof Scale.Fixed fixed ? fixed.replicas() : null;
    Deployment deployment =
        DeploymentMapping.desired(
            WEB, spec, new PodCount(replicas, BeforeStop.NOTHING), null, adopted);
    if (adopted) {
      // The selector and the pods' labels of an adopted app are those of whoever made it.
      deployment =
          new DeploymentBuilder(deployment)
              .editSpec()
              .withNewSelector()
              .withMatchLabels(AppLabels.selector(WEB))
              .endSelector()
              .editTemplate()
              .editMetadata()
              .addToLabels(AppLabels.selector(WEB))
              .endMetadata()
              .endTemplate()
              .endSpec()
              .build();
    }
    DeploymentRecord record = DeploymentMapping.observed(deployment);
    return ObservedApp.desiredOnly(
            record,
            Stream.ofNullable(service(spec)).toList(),
            Stream.ofNullable(autoscaler(spec)).toList(),
            FRESH)
        .spec();
  }

  private static @Nullable ServiceRecord service(AppSpec spec) {
    Exposure exposure = spec.exposure();
    if (exposure == null) {
      return null;
    }
    Service service =
        ServiceMapping.desired(WEB, exposure, spec.labels(), AppLabels.selector(WEB), null);
    return ServiceMapping.observed(service);
  }

  private static @Nullable AutoscalerRecord autoscaler(AppSpec spec) {
    if (!(spec.scale() instanceof Scale.Autoscaling scaling)) {
      return null;
    }
    HorizontalPodAutoscaler autoscaler =
        AutoscalerMapping.desired(WEB, scaling, spec.labels(), null);
    return AutoscalerMapping.observed(autoscaler);
  }

  private static void see(Object found, Map<String, Set<Boolean>> seen) {
    if (found instanceof Collection<?> many) {
      many.forEach(one -> see(one, seen));
    }
    if (found instanceof Map<?, ?> map) {
      map.values().forEach(one -> see(one, seen));
    }
    if (!found.getClass().isRecord()) {
      return;
    }
    for (RecordComponent field : found.getClass().getRecordComponents()) {
      Object value = value(found, field);
      String name = found.getClass().getSimpleName() + "." + field.getName();
      seen.computeIfAbsent(name, any -> new HashSet<>()).add(isGiven(value));
      if (value != null) {
        see(value, seen);
      }
    }
  }

  private static boolean isGiven(@Nullable Object value) {
    List<Object> none = List.of("", 0, false, List.of(), Map.of());
    return value != null && !none.contains(value);
  }

  private static @Nullable Object value(Object record, RecordComponent field) {
    try {
      field.getAccessor().setAccessible(true);
      return field.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(Arrays.toString(record.getClass().getRecordComponents()), e);
    }
  }
}
