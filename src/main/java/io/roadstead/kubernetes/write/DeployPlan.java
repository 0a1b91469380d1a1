// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a deploy: Deployment, then Service, then autoscaler. */
final class DeployPlan {
  private static final String ADOPT_WITH = "take it over by a deploy with adopt=true";

  private final Steps steps;
  private final ScalePlan scalePlan;
  private final ExposePlan exposePlan;

  DeployPlan(Steps steps, ScalePlan scalePlan, ExposePlan exposePlan) {
    this.steps = steps;
    this.scalePlan = scalePlan;
    this.exposePlan = exposePlan;
  }

  List<Step> steps(Write write, AppSpec spec, LiveApp live, Progress progress) {
    Preconditions.requireDeployable(write, live, progress);
    Deployment before = live.deployment();
    boolean adopting = before != null && !Ownership.isManaged(before);
    boolean force = adopting || write.options().force();
    var plan = new ArrayList<Step>();
    if (before != null && force && !write.dryRun()) {
      plan.add(steps.takeOver(write, containerNames(spec)));
    }
    Replicas replicas = Replicas.decide(spec.scale(), live.replicas(spec.scale()), force);
    Step deployment =
        steps.deployment(
            write,
            () ->
                DeploymentFactory.desired(write.name(), spec, replicas, adopting || live.adopted()),
            force,
            replicas.expected());
    plan.addAll(scalePlan.around(write, live, spec.scale(), replicas, deployment));
    plan.addAll(service(write, spec, live));
    plan.addAll(autoscaler(write, spec, live));
    return plan;
  }

  private List<Step> service(Write write, AppSpec spec, LiveApp live) {
    Exposure exposure = spec.exposure();
    if (exposure != null) {
      Map<String, String> selector =
          live.deployment() == null ? AppLabels.selector(write.name()) : live.podSelector();
      return List.of(exposePlan.service(write, exposure, live, spec.labels(), selector));
    }
    Service service = live.service();
    if (service == null || !Ownership.isManaged(service)) {
      return List.of();
    }
    Map<String, String> labels = AppLabels.of(write.name(), spec.labels());
    return labels.equals(Owned.of(service, Service.class).getMetadata().getLabels())
        ? List.of()
        : List.of(
            steps.service(
                write,
                () -> Relabelling.of(service, Service.class, labels),
                service,
                write.options().force()));
  }

  private List<Step> autoscaler(Write write, AppSpec spec, LiveApp live) {
    HorizontalPodAutoscaler autoscaler = live.autoscaler();
    if (spec.scale() instanceof Scale.Autoscaling wanted) {
      if (!write.options().adopt()) {
        Ownership.require(autoscaler, ADOPT_WITH);
      }
      return List.of(
          scalePlan.autoscaler(write, wanted, live, spec.labels(), write.options().adopt()));
    }
    if (autoscaler == null || spec.scale() != null || !Ownership.isManaged(autoscaler)) {
      return List.of();
    }
    Map<String, String> labels = AppLabels.of(write.name(), spec.labels());
    return labels.equals(
            Owned.of(autoscaler, HorizontalPodAutoscaler.class).getMetadata().getLabels())
        ? List.of()
        : List.of(
            steps.autoscaler(
                write,
                () -> Relabelling.of(autoscaler, HorizontalPodAutoscaler.class, labels),
                autoscaler,
                write.options().force()));
  }

  private static Set<String> containerNames(AppSpec spec) {
    return spec.containers().stream().map(Container::name).collect(Collectors.toSet());
  }
}
