// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.app.SpecChange;
import io.roadstead.kubernetes.model.BeforeStop;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodCount;
import org.jspecify.annotations.Nullable;

/** The preconditions of each verb, and its effects on the app's objects in order. */
final class Verbs {
  private Verbs() {}

  /** Claims and files, Deployment, Service, autoscaler. */
  static void deploy(Plan plan, AppSpec sent) {
    Preconditions.requireDeployable(plan);
    LiveApp live = plan.live();
    Deployment found = live.deployment();
    boolean adopting = found != null && Ownership.isAdopting(plan.write(), found);
    DeployChecks.check(plan, sent);
    AppSpec spec = Volumes.prepare(plan, adopting ? completed(sent, live) : sent);
    if (adopting) {
      GitOps.warn(plan, found);
    }
    boolean force = adopting || plan.write().options().force();
    Replicas replicas = Scaling.decide(plan, spec.scale(), force);
    boolean kept = endAutoscaler(plan, spec.scale(), replicas);
    Deployment desired =
        DeploymentMapping.desired(
            plan.write().name(),
            spec,
            replicas.count(),
            live.deployment(),
            adopting || live.adopted());
    withCount(plan, replicas, kept, () -> plan.apply(desired, force, replicas.expected()));
    Volumes.own(plan, sent);
    Exposure exposure = spec.exposure();
    if (exposure != null) {
      Exposing.apply(plan, exposure, spec.labels());
    } else {
      Exposing.relabel(plan, spec.labels());
    }
    if (spec.scale() instanceof Scale.Autoscaling autoscaling) {
      Scaling.apply(plan, autoscaling, spec.labels(), plan.write().options().adopt());
    } else if (spec.scale() == null) {
      Scaling.relabel(plan, spec.labels());
    }
    Volumes.sweep(plan, desired);
    warn(plan, sent, force);
  }

  private static void warn(Plan plan, AppSpec sent, boolean force) {
    LiveApp live = plan.live();
    RemovedVolumes.warn(plan, sent, force);
    TargetPorts.warn(
        plan,
        "exposure.",
        sent.exposure() == null ? TargetPorts.exposed(live) : sent.exposure().ports(),
        sent);
    ResourceWarnings.warnUnrequested(
        plan, sent.scale() == null ? live.autoscaling() : sent.scale(), sent.containers());
    ResourceWarnings.warnTooLarge(plan, sent);
  }

  /** Deployment, Service, autoscaler. Returns the spec that the app is to have. */
  static AppSpec update(Plan plan, SpecChange change) {
    Preconditions.requireNotDeleting(Preconditions.requireOurs(plan));
    ObservedApp found = requireNonNull(plan.live().desired());
    SpecChange.Result changed = change.applyTo(found.spec());
    deploy(plan, changed.spec());
    if (changed.unexposed()) {
      Exposing.end(plan);
    }
    return changed.spec();
  }

  /** Adopting an app adopts what exposes and scales it too, as it is. */
  private static AppSpec completed(AppSpec sent, LiveApp live) {
    ObservedApp found = live.desired();
    if (found == null) {
      return sent;
    }
    AppSpec observed = found.spec();
    AppSpec scaled = sent.scale() == null ? sent.with(observed.scale()) : sent;
    return scaled.exposure() == null ? scaled.with(observed.exposure()) : scaled;
  }

  /** Service. */
  static void expose(Plan plan, Exposure exposure) {
    Preconditions.requireNotDeleting(Preconditions.requireOurs(plan));
    LiveApp live = plan.live();
    Exposure resolved = exposure.resolvedFor(live.containers());
    Exposing.apply(plan, resolved, live.ownLabels());
    ObservedApp found = live.desired();
    if (found != null) {
      TargetPorts.warn(plan, "", resolved.ports(), found.spec());
    }
  }

  /** Service. */
  static void unexpose(Plan plan) {
    Preconditions.requireOurs(plan);
    Exposing.end(plan);
  }

  /** Deployment and autoscaler; in reverse order when a fixed number ends autoscaling. */
  static void scale(Plan plan, Scale scale) {
    Deployment before = Preconditions.requireOurs(plan);
    Preconditions.requireNotDeleting(before);
    boolean force = plan.write().options().force();
    Replicas replicas = Scaling.decide(plan, scale, force);
    boolean kept = endAutoscaler(plan, scale, replicas);
    rescale(plan, before, replicas, kept);
    if (scale instanceof Scale.Autoscaling autoscaling) {
      Scaling.apply(plan, autoscaling, plan.live().ownLabels(), false);
      ResourceWarnings.warnUnrequested(plan, autoscaling, plan.live().containers());
    }
  }

  /** Autoscaler and Deployment; nothing when the app is not stopped. */
  static void start(Plan plan) {
    Deployment before = Preconditions.requireOurs(plan);
    Preconditions.requireNotDeleting(before);
    boolean stopped = requireNonNull(plan.live().deploymentRecord()).desiredReplicas() == 0;
    // An attempt that was overtaken may have started it without forgetting what it remembers.
    if (stopped || plan.progress().hasEffect()) {
      rescale(plan, before, Scaling.start(plan, Scaling.restore(plan)), false);
    }
  }

  private static void rescale(Plan plan, Deployment before, Replicas replicas, boolean kept) {
    Deployment desired =
        DeploymentMapping.scaled(Owned.of(before, Deployment.class), replicas.count());
    boolean force = plan.write().options().force();
    withCount(plan, replicas, kept, () -> plan.reapply(desired, force, replicas.expected()));
  }

  /**
   * Deployment, Services, autoscalers. The Deployment is deleted first, guarded by the observed
   * version; what a failed call leaves behind is deleted when the call is repeated. It remains
   * until its pods are gone, so that the delete can be followed.
   */
  static void delete(Plan plan) {
    Preconditions.requireAny(plan);
    LiveApp live = plan.live();
    Deployment deployment = live.deployment();
    if (deployment != null) {
      Preconditions.requireOurs(plan);
      Volumes.keepClaims(plan, deployment);
      plan.delete(Part.DEPLOYMENT, deployment, DeletionPropagation.FOREGROUND);
    }
    live.services().forEach(service -> deleteOrShare(plan, service));
    live.autoscalers().forEach(autoscaler -> deleteOrKeep(plan, Part.AUTOSCALER, autoscaler));
    if (plan.isEmpty() && !plan.progress().hasEffect()) {
      throw AppException.notFound(plan.write().name());
    }
  }

  /**
   * Autoscalers, Services, ConfigMaps, claims, Deployment: the Deployment last, so that a call that
   * failed halfway can be repeated.
   */
  static void release(Plan plan) {
    Deployment deployment = Preconditions.requireReleasable(plan);
    LiveApp live = plan.live();
    live.autoscalers().forEach(found -> releaseOrKeep(plan, Part.AUTOSCALER, found));
    live.services().forEach(service -> releaseOrKeep(plan, Part.SERVICE, service));
    MountedObjects.release(plan, deployment);
    plan.release(Part.DEPLOYMENT, deployment, live.scalingAutoscaler() != null);
    DeploymentRecord found = DeploymentMapping.observed(deployment);
    if (found.desiredReplicas() == 0 && !found.remembered().equals(BeforeStop.NOTHING)) {
      plan.warn(WriteMessages.countForgotten(found.remembered()));
    }
  }

  private static <T extends HasMetadata> void releaseOrKeep(Plan plan, Part<T> part, T found) {
    if (!keeps(plan, part, found)) {
      plan.release(part, found, false);
    }
  }

  private static <T extends HasMetadata> void deleteOrKeep(Plan plan, Part<T> part, T found) {
    if (!keeps(plan, part, found)) {
      plan.delete(part, found, DeletionPropagation.BACKGROUND);
    }
  }

  /** A Service that other workloads use too is kept. */
  private static void deleteOrShare(Plan plan, Service service) {
    String others = OtherApps.sharing(plan, service);
    if (others.isEmpty()) {
      deleteOrKeep(plan, Part.SERVICE, service);
    } else {
      plan.keep(Part.SERVICE, service, WriteMessages.alsoServing(others));
    }
  }

  private static <T extends HasMetadata> boolean keeps(Plan plan, Part<T> part, T found) {
    String served = OtherApps.served(plan, found);
    if (served.isEmpty() && Ownership.isManaged(found)) {
      return false;
    }
    plan.keep(
        part, found, served.isEmpty() ? WriteMessages.kept(found) : WriteMessages.serving(served));
    return true;
  }

  /**
   * Ends autoscaling for a fixed number. When the app is stopped, its autoscaler is remembered
   * before it is deleted: a later attempt, or a repeated call, does not find it any more. Returns
   * whether that also hands over the number of pods.
   */
  private static boolean endAutoscaler(Plan plan, @Nullable Scale scale, Replicas replicas) {
    boolean remembers =
        scale instanceof Scale.Fixed fixed
            && fixed.replicas() == 0
            && plan.live().scalingAutoscaler() != null
            && !plan.write().dryRun();
    if (remembers) {
      hold(plan, replicas);
    }
    Scaling.endFor(plan, scale);
    return remembers;
  }

  /** Annotations alone may be taken from their owner: it is Roadstead's own manager. */
  private static void hold(Plan plan, Replicas replicas) {
    @Nullable Integer number = replicas.handedOver();
    plan.hold(new PodCount(number, replicas.beforeStop()), number == null || replicas.forced());
  }

  /**
   * The Deployment, with the number of pods handed over before or after it.
   *
   * @param kept whether the number has been handed over already
   */
  private static void withCount(Plan plan, Replicas replicas, boolean kept, Runnable apply) {
    boolean exists = plan.live().deployment() != null;
    @Nullable Integer number = replicas.handedOver();
    // A new app has one replica by default.
    boolean handsOver = number != null && !plan.write().dryRun() && (exists || number != 1);
    // What to remember is part of the first write: a later attempt finds zero pods.
    if (handsOver && exists && !kept) {
      hold(plan, replicas);
    }
    apply.run();
    if (handsOver && !exists) {
      hold(plan, replicas);
    }
    // What an attempt that was overtaken has left is released too.
    boolean held = kept || handsOver || (!plan.write().dryRun() && plan.live().isCountHeldAside());
    if (held && replicas.owned() != null) {
      // Released: Roadstead owns the number now, and the second manager would conflict with it.
      plan.hold(PodCount.NONE, false);
    }
  }
}
