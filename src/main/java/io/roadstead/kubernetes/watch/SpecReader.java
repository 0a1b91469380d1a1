// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Metadata;
import io.roadstead.app.Scale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for back from the cluster; what a spec can't say is left out. */
final class SpecReader {
  private SpecReader() {}

  static AppSpec spec(
      DeploymentRecord deployment,
      @Nullable ServiceRecord service,
      @Nullable AutoscalerRecord autoscaler) {
    PodTemplate template = deployment.template();
    return new AppSpec(
        template.containers(),
        scale(deployment, autoscaler),
        exposure(service),
        ownLabels(deployment.labels()),
        template.annotations(),
        template.imagePullSecrets(),
        template.serviceAccountName());
  }

  private static @Nullable Scale scale(
      DeploymentRecord deployment, @Nullable AutoscalerRecord autoscaler) {
    return autoscaler == null
        ? new Scale.Fixed(deployment.desiredReplicas())
        : autoscaler.autoscaling();
  }

  private static @Nullable Exposure exposure(@Nullable ServiceRecord service) {
    return service == null || service.exposure() == null
        ? null
        : new Exposure(service.exposure(), service.ports());
  }

  private static Map<String, String> ownLabels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .filter(label -> !Metadata.isReserved(label.getKey()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
