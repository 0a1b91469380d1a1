// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.roadstead.app.AppName;
import io.roadstead.app.Scale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The autoscaler of an app. */
public final class AutoscalerMapping {
  private AutoscalerMapping() {}

  /** The autoscaler that keeps the app's CPU usage near the target. */
  public static HorizontalPodAutoscaler desired(
      AppName name, Scale.Autoscaling autoscaling, Map<String, String> labels) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.desired(name, labels))
        .endMetadata()
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", name.app())
        .withMinReplicas(autoscaling.minReplicas())
        .withMaxReplicas(autoscaling.maxReplicas())
        .addNewMetric()
        .withType("Resource")
        .withNewResource()
        .withName("cpu")
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(autoscaling.targetCpuPercent())
        .endTarget()
        .endResource()
        .endMetric()
        .endSpec()
        .build();
  }

  /** The record of an autoscaler. */
  public static AutoscalerRecord observed(HorizontalPodAutoscaler autoscaler) {
    HorizontalPodAutoscalerSpec spec = autoscaler.getSpec();
    var target = spec.getScaleTargetRef();
    var status = autoscaler.getStatus();
    return new AutoscalerRecord(
        Meta.of(autoscaler.getMetadata()),
        AppLabels.isManaged(autoscaler.getMetadata()),
        target == null ? "" : Fields.word(target.getKind()),
        target == null ? "" : Fields.orEmpty(target.getName()),
        autoscaling(spec),
        minReplicas(spec),
        Fields.orZero(spec.getMaxReplicas()),
        status == null ? 0 : Fields.orZero(status.getDesiredReplicas()),
        status == null ? List.of() : Conditions.OF_AUTOSCALER.observed(status.getConditions()),
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
    return new Scale.Autoscaling(minReplicas(spec), Fields.orZero(spec.getMaxReplicas()), percent);
  }

  /** 1 when omitted (Kubernetes: HorizontalPodAutoscalerSpec). */
  private static int minReplicas(HorizontalPodAutoscalerSpec spec) {
    return spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
  }
}
