// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.kubernetes.mapping.Mapping;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of an autoscaler: the contract has fields of their own for the utilization of CPU and
 * memory, in this order, before all others.
 */
final class Utilization {
  private static final String MEMORY = "targetMemoryPercent";

  private Utilization() {}

  static List<MetricSpec> desired(Scale.Autoscaling autoscaling) {
    List<MetricSpec> metrics = new ArrayList<>();
    Integer cpu = autoscaling.targetCpuPercent();
    if (cpu != null) {
      metrics.add(metric("cpu", cpu));
    }
    if (autoscaling.settings().values().get(MEMORY) instanceof Long memory) {
      metrics.add(metric("memory", Math.toIntExact(memory)));
    }
    return metrics;
  }

  private static MetricSpec metric(String resource, int percent) {
    return new MetricSpecBuilder()
        .withType("Resource")
        .withNewResource()
        .withName(resource)
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(percent)
        .endTarget()
        .endResource()
        .build();
  }

  /** Null when the contract can't express the metrics. */
  static Scale.@Nullable Autoscaling observed(HorizontalPodAutoscalerSpec spec) {
    List<MetricSpec> metrics = Fields.orEmpty(spec.getMetrics());
    int next = 0;
    Integer cpu = next < metrics.size() ? percent(metrics.get(next), "cpu") : null;
    next += cpu == null ? 0 : 1;
    Integer memory = next < metrics.size() ? percent(metrics.get(next), "memory") : null;
    next += memory == null ? 0 : 1;
    List<MetricSpec> others = metrics.subList(next, metrics.size());
    Settings settings =
        Mapping.AUTOSCALER.of(
            Trees.of(new HorizontalPodAutoscalerSpecBuilder(spec).withMetrics(others).build()));
    boolean expressed = others.isEmpty() || settings.has("metrics");
    if (metrics.isEmpty() || !expressed) {
      return null;
    }
    return new Scale.Autoscaling(
        AutoscalerMapping.minReplicas(spec),
        Fields.orZero(spec.getMaxReplicas()),
        cpu,
        memory == null ? settings : settings.with(MEMORY, memory));
  }

  private static @Nullable Integer percent(MetricSpec metric, String resource) {
    var found = metric.getResource();
    return found == null || found.getTarget() == null || !resource.equals(found.getName())
        ? null
        : found.getTarget().getAverageUtilization();
  }
}
