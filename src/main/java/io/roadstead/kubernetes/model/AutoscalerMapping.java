// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.roadstead.app.AppName;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The autoscaler of an app. */
public final class AutoscalerMapping {
  private AutoscalerMapping() {}

  /** The autoscaler of an app. */
  public static HorizontalPodAutoscaler desired(
      AppName name,
      Scale.Autoscaling autoscaling,
      Map<String, String> labels,
      @Nullable HorizontalPodAutoscaler found) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(found == null ? name.app() : found.getMetadata().getName())
        .withLabels(AppLabels.of(found == null ? null : found.getMetadata(), name, labels))
        .endMetadata()
        .withSpec(
            new HorizontalPodAutoscalerSpecBuilder(said(autoscaling).getSpec())
                .withMetrics(metrics(autoscaling, found))
                .withNewScaleTargetRef("apps/v1", "Deployment", name.app())
                .build())
        .build();
  }

  /**
   * Metrics that do not change stay as they are stored: the list is replaced as a whole, and an
   * empty selector in it means the same as none.
   */
  private static List<MetricSpec> metrics(
      Scale.Autoscaling autoscaling, @Nullable HorizontalPodAutoscaler found) {
    List<MetricSpec> wanted = said(autoscaling).getSpec().getMetrics();
    HorizontalPodAutoscalerSpec live = found == null ? null : said(found).getSpec();
    return found != null && live != null && wanted.equals(live.getMetrics())
        ? found.getSpec().getMetrics()
        : wanted;
  }

  /** The autoscaler that an app had before it was stopped. */
  public static HorizontalPodAutoscaler restored(
      AppName name,
      BeforeStop before,
      HorizontalPodAutoscalerSpec spec,
      Map<String, String> labels,
      @Nullable HorizontalPodAutoscaler found) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(before.autoscalerName(name.app()))
        .withLabels(AppLabels.of(found == null ? null : found.getMetadata(), name, labels))
        .endMetadata()
        .withSpec(
            new HorizontalPodAutoscalerSpecBuilder(spec)
                .withNewScaleTargetRef("apps/v1", "Deployment", name.app())
                .build())
        .build();
  }

  /** The part of an existing autoscaler that the scale of its app expresses. */
  public static HorizontalPodAutoscaler said(HorizontalPodAutoscaler live) {
    Scale.Autoscaling found = Utilization.observed(live.getSpec());
    return found == null ? new HorizontalPodAutoscalerBuilder().build() : said(found);
  }

  /** The part of an autoscaler that autoscaling expresses. */
  static HorizontalPodAutoscaler said(Scale.Autoscaling autoscaling) {
    HorizontalPodAutoscalerSpec spec =
        Mapping.AUTOSCALER.with(
            new HorizontalPodAutoscalerSpecBuilder()
                .withMinReplicas(autoscaling.minReplicas())
                .withMaxReplicas(autoscaling.maxReplicas())
                .build(),
            autoscaling.settings(),
            HorizontalPodAutoscalerSpec.class);
    List<MetricSpec> metrics = new ArrayList<>(Utilization.desired(autoscaling));
    metrics.addAll(Fields.orEmpty(spec.getMetrics()));
    spec.setMetrics(metrics);
    return new HorizontalPodAutoscalerBuilder().withSpec(spec).build();
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
        Utilization.observed(spec),
        NotShown.of(autoscaler, Utilization.observed(spec)),
        minReplicas(spec),
        Fields.orZero(spec.getMaxReplicas()),
        status == null ? 0 : Fields.orZero(status.getDesiredReplicas()),
        status == null ? List.of() : Conditions.OF_AUTOSCALER.observed(status.getConditions()),
        Digest.of(Digest.tree(spec), Map.of(), Map.of()));
  }

  /** 1 when omitted (Kubernetes: HorizontalPodAutoscalerSpec). */
  public static int minReplicas(HorizontalPodAutoscalerSpec spec) {
    return spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
  }
}
