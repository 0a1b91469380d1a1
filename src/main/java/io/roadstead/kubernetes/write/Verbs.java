// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.PodCount;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The preconditions of each verb, and its effects on the app's objects in order. */
final class Verbs {
  private static final String AUTOSCALER_REMEDY =
      "Delete it, or take it over with a deploy that has adopt=true and autoscaling";

  private Verbs() {}

  /** Deployment, Service, autoscaler. */
  static void deploy(Plan plan, AppSpec spec) {
    Preconditions.requireDeployable(plan);
    LiveApp live = plan.live();
    boolean adopting = live.deployment() != null && !Ownership.isManaged(live.deployment());
    boolean force = adopting || plan.write().options().force();
    Replicas replicas = Replicas.decide(spec.scale(), live.replicas(spec.scale()), force);
    if (force) {
      plan.takeOver(spec.containers().stream().map(Container::name).collect(Collectors.toSet()));
    }
    deleteAutoscalerFor(plan, spec.scale());
    applyDeployment(
        plan,
        DeploymentMapping.desired(
            plan.write().name(), spec, replicas.count(), adopting || live.adopted()),
        replicas,
        force);
    if (spec.exposure() != null) {
      Map<String, String> selector =
          live.deployment() == null ? AppLabels.selector(plan.write().name()) : live.podSelector();
      applyService(plan, spec.exposure(), spec.labels(), selector);
    } else {
      relabel(plan, Part.SERVICE, spec.labels());
    }
    if (spec.scale() instanceof Scale.Autoscaling autoscaling) {
      if (!plan.write().options().adopt()) {
        Ownership.require(live.autoscaler(), "To take it over, deploy with adopt=true");
      }
      applyAutoscaler(plan, autoscaling, spec.labels());
    } else if (spec.scale() == null) {
      relabel(plan, Part.AUTOSCALER, spec.labels());
    }
  }

  /** Service. */
  static void expose(Plan plan, Exposure exposure) {
    Preconditions.requireNotDeleting(Preconditions.requireOurs(plan));
    LiveApp live = plan.live();
    applyService(
        plan, exposure.resolvedFor(live.containers()), live.ownLabels(), live.podSelector());
  }

  /** Service. */
  static void unexpose(Plan plan) {
    Preconditions.requireOurs(plan);
    LiveApp live = plan.live();
    if (live.service() == null || !(Ownership.isManaged(live.service()) || exposes(live))) {
      return;
    }
    Ownership.require(live.service(), "Delete it with the tool that created it");
    plan.delete(Part.SERVICE, DeletionPropagation.BACKGROUND);
  }

  /** Deployment and autoscaler; in reverse order when a fixed number ends autoscaling. */
  static void scale(Plan plan, Scale scale) {
    Deployment before = Preconditions.requireOurs(plan);
    Preconditions.requireNotDeleting(before);
    boolean force = plan.write().options().force();
    Replicas replicas = Replicas.decide(scale, plan.live().replicas(scale), force);
    deleteAutoscalerFor(plan, scale);
    applyDeployment(
        plan,
        DeploymentMapping.scaled(Owned.of(before, Deployment.class), replicas.count()),
        replicas,
        force);
    if (scale instanceof Scale.Autoscaling autoscaling) {
      Ownership.require(plan.live().autoscaler(), AUTOSCALER_REMEDY);
      applyAutoscaler(plan, autoscaling, plan.live().ownLabels());
    }
  }

  /**
   * Deployment, Service, autoscaler. The Deployment is deleted first, guarded by the observed
   * version; what a failed call leaves behind is deleted when the call is repeated.
   */
  static void delete(Plan plan, boolean foreground) {
    Preconditions.requireAny(plan);
    if (plan.live().deployment() != null) {
      Preconditions.requireOurs(plan);
      plan.delete(
          Part.DEPLOYMENT,
          foreground ? DeletionPropagation.FOREGROUND : DeletionPropagation.BACKGROUND);
    }
    deleteOrKeep(plan, Part.SERVICE);
    deleteOrKeep(plan, Part.AUTOSCALER);
    if (plan.isEmpty() && !plan.progress().hasEffect()) {
      throw AppException.notFound(plan.write().name());
    }
  }

  /**
   * A fixed number, including zero, replaces autoscaling: the autoscaler is deleted before the
   * number is set, because it would undo it; so the scale of a stopped app is zero and nothing
   * else.
   */
  private static void deleteAutoscalerFor(Plan plan, @Nullable Scale scale) {
    AutoscalerRecord found = plan.live().autoscalerRecord();
    if (scale instanceof Scale.Fixed && found != null && found.scales(found.meta().name())) {
      Ownership.require(plan.live().autoscaler(), AUTOSCALER_REMEDY);
      plan.delete(Part.AUTOSCALER, DeletionPropagation.BACKGROUND);
    }
  }

  /** The Deployment, with the number of pods handed over before or after it. */
  private static void applyDeployment(
      Plan plan, Deployment desired, Replicas replicas, boolean force) {
    boolean exists = plan.live().deployment() != null;
    Integer number = replicas.handedOver();
    // The number to remember is part of the first write: a later attempt finds zero pods.
    PodCount handedOver = new PodCount(number, replicas.beforeStop());
    // A new app has one replica by default.
    boolean handsOver = number != null && !plan.write().dryRun() && (exists || number != 1);
    if (handsOver && exists) {
      plan.hold(handedOver, replicas.forced());
    }
    plan.apply(desired, force, replicas.expected());
    if (handsOver && !exists) {
      plan.hold(handedOver, replicas.forced());
    }
    // What an attempt that was overtaken has left is released too.
    boolean held = handsOver || (!plan.write().dryRun() && plan.live().isCountHeldAside());
    if (held && replicas.owned() != null) {
      // Released: Roadstead owns the number now, and the second manager would conflict with it.
      plan.hold(PodCount.NONE, false);
    }
  }

  /** The Service; one that another manager owns only in a deploy with {@code adopt}. */
  private static void applyService(
      Plan plan, Exposure exposure, Map<String, String> labels, Map<String, String> selector) {
    HasMetadata found = plan.live().service();
    boolean adopting =
        plan.write().options().adopt() && found != null && !Ownership.isManaged(found);
    if (!adopting) {
      Ownership.require(
          found, "Delete it, or take it over with a deploy that has adopt=true and an exposure");
    }
    plan.apply(
        Part.SERVICE,
        ServiceMapping.desired(plan.write().name(), exposure, labels, selector),
        adopting || plan.write().options().force());
  }

  /** The autoscaler; callers have verified that it is ours or may be adopted. */
  private static void applyAutoscaler(
      Plan plan, Scale.Autoscaling autoscaling, Map<String, String> labels) {
    HasMetadata found = plan.live().autoscaler();
    boolean adopting = found != null && !Ownership.isManaged(found);
    plan.apply(
        Part.AUTOSCALER,
        AutoscalerMapping.desired(plan.write().name(), autoscaling, labels),
        adopting || plan.write().options().force());
  }

  /** Objects that a deploy does not mention get the app's labels too. */
  private static <T extends HasMetadata> void relabel(
      Plan plan, Part<T> part, Map<String, String> own) {
    T found = plan.live().get(part);
    if (found == null || !Ownership.isManaged(found)) {
      return;
    }
    T owned = Owned.of(found, part.type());
    Map<String, String> labels = AppLabels.desired(plan.write().name(), own);
    if (!labels.equals(owned.getMetadata().getLabels())) {
      owned.getMetadata().setLabels(labels);
      plan.apply(part, owned, plan.write().options().force());
    }
  }

  private static <T extends HasMetadata> void deleteOrKeep(Plan plan, Part<T> part) {
    T found = plan.live().get(part);
    if (found == null) {
      return;
    }
    if (Ownership.isManaged(found)) {
      plan.delete(part, DeletionPropagation.BACKGROUND);
      return;
    }
    plan.keep(
        part,
        "It is not managed by Roadstead%s."
            .formatted(Ownership.owner(found).map("; it belongs to %s"::formatted).orElse("")));
  }

  private static boolean exposes(LiveApp live) {
    DeploymentRecord deployment = live.deploymentRecord();
    ServiceRecord service = live.serviceRecord();
    return deployment != null && service != null && service.selects(deployment.template().labels());
  }
}
