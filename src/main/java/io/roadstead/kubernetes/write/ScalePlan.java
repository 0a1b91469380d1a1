// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.watch.AutoscalerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of scaling. A fixed count, zero included, replaces autoscaling: the autoscaler goes
 * before the count is set, since it would undo it; so a stopped app says zero and nothing else.
 */
final class ScalePlan {
  private static final String REMEDY =
      "delete it, or take it over by a deploy with adopt=true and autoscaling";

  private final Steps steps;

  ScalePlan(Steps steps) {
    this.steps = steps;
  }

  List<Step> scale(Write write, Scale scale, LiveApp live, Progress progress) {
    Deployment before = Preconditions.requireOurs(write, live, progress);
    Preconditions.requireNotDeleting(before);
    boolean force = write.options().force();
    Replicas replicas = Replicas.decide(scale, live.replicas(scale), force);
    Step deployment =
        steps.deployment(
            write,
            () -> DeploymentFactory.scaled(Owned.of(before, Deployment.class), replicas),
            force,
            replicas.expected());
    var plan = new ArrayList<>(around(write, live, scale, replicas, deployment));
    if (scale instanceof Scale.Autoscaling autoscaling) {
      Ownership.require(live.autoscaler(), REMEDY);
      plan.add(autoscaler(write, autoscaling, live, live.ownLabels(), false));
    }
    return plan;
  }

  /** The apply of the Deployment with what has to come before and after it. */
  List<Step> around(
      Write write, LiveApp live, @Nullable Scale scale, Replicas replicas, Step deployment) {
    var plan = new ArrayList<Step>();
    HorizontalPodAutoscaler autoscaler = live.autoscaler();
    if (scale instanceof Scale.Fixed && autoscaler != null && scalesApp(live)) {
      Ownership.require(autoscaler, REMEDY);
      plan.add(steps.deleteAutoscaler(write, autoscaler));
    }
    boolean exists = live.deployment() != null;
    List<Step> handOver = handOver(write, replicas, exists);
    if (exists) {
      plan.addAll(handOver);
    }
    plan.add(deployment);
    if (!exists) {
      plan.addAll(handOver);
    }
    if (!handOver.isEmpty() && replicas.owned() != null) {
      // Taken back: Roadstead owns the number now, and the second manager would be in its way.
      plan.add(steps.handOver(write, null, false));
    }
    return plan;
  }

  /** A new app has one replica by itself. */
  private List<Step> handOver(Write write, Replicas replicas, boolean exists) {
    Integer held = replicas.handedOver();
    return held == null || write.dryRun() || (!exists && held == 1)
        ? List.of()
        : List.of(steps.handOver(write, held, replicas.forced()));
  }

  Step autoscaler(
      Write write,
      Scale.Autoscaling wanted,
      LiveApp live,
      Map<String, String> labels,
      boolean adopt) {
    return steps.autoscaler(
        write,
        () -> HorizontalPodAutoscalerFactory.desired(write.name(), wanted, labels),
        live.autoscaler(),
        write.options().force() || (adopt && !Ownership.isManaged(live.autoscaler())));
  }

  private static boolean scalesApp(LiveApp live) {
    AutoscalerRecord record = live.autoscalerRecord();
    return record != null && record.scales(record.meta().name());
  }
}
