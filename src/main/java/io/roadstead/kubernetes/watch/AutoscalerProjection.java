// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.roadstead.app.Scale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects a HorizontalPodAutoscaler. */
final class AutoscalerProjection {
  private AutoscalerProjection() {}

  static AutoscalerRecord project(HorizontalPodAutoscaler autoscaler) {
    HorizontalPodAutoscalerSpec spec = autoscaler.getSpec();
    var target = spec.getScaleTargetRef();
    var status = autoscaler.getStatus();
    return new AutoscalerRecord(
        Fields.meta(autoscaler.getMetadata()),
        Fields.isManaged(autoscaler.getMetadata()),
        target == null ? "" : Fields.word(target.getKind()),
        target == null ? "" : Fields.orEmpty(target.getName()),
        autoscaling(spec),
        minReplicas(spec),
        Numbers.orZero(spec.getMaxReplicas()),
        status == null ? 0 : Numbers.orZero(status.getDesiredReplicas()),
        Conditions.ofAutoscaler(status),
        Digest.of(Digest.tree(spec), Map.of(), Map.of()));
  }

  private static Scale.@Nullable Autoscaling autoscaling(HorizontalPodAutoscalerSpec spec) {
    List<MetricSpec> metrics = Fields.orEmpty(spec.getMetrics());
    if (metrics.size() != 1 || metrics.get(0).getResource() == null) {
      return null;
    }
    var cpu = metrics.get(0).getResource();
    Integer percent = cpu.getTarget() == null ? null : cpu.getTarget().getAverageUtilization();
    if (!"cpu".equals(cpu.getName()) || percent == null) {
      return null;
    }
    return new Scale.Autoscaling(minReplicas(spec), Numbers.orZero(spec.getMaxReplicas()), percent);
  }

  /** One when left out (Kubernetes: HorizontalPodAutoscalerSpec). */
  private static int minReplicas(HorizontalPodAutoscalerSpec spec) {
    return spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
  }
}
