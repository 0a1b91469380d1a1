// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.Scale;
import java.util.Map;

/** Builds the autoscaler of an app. */
final class HorizontalPodAutoscalerFactory {
  private HorizontalPodAutoscalerFactory() {}

  /** The autoscaler that keeps the app's CPU use near the target. */
  static HorizontalPodAutoscaler desired(
      AppName name, Scale.Autoscaling autoscaling, Map<String, String> labels) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.of(name, labels))
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
}
