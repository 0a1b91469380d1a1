// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppException;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.kubernetes.watch.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes apps. The Deployment goes first, guarded by the version that was looked at; a Service or
 * autoscaler that a failed call left behind goes with the same call made again.
 */
final class Deletion {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final LiveApps apps;
  private final Steps steps;
  private final Attempts attempts;
  private final Answers answers;

  Deletion(LiveApps apps, Steps steps, Attempts attempts, Answers answers) {
    this.apps = apps;
    this.steps = steps;
    this.attempts = attempts;
    this.answers = answers;
  }

  DeleteResult delete(Write write, boolean foreground) {
    Attempts.Result result =
        attempts.run(write, (live, progress) -> plan(write, live, progress, foreground), false);
    boolean complete = foreground && !write.dryRun() && awaitGone(write, result.before());
    if (!foreground || complete) {
      answers.awaitGone(write, Kind.DEPLOYMENT, result.before().deployment());
    }
    var objects = new ArrayList<>(result.progress().results());
    objects.addAll(kept(write, result.before()));
    return new DeleteResult(write.name(), complete, objects);
  }

  private List<Step> plan(Write write, LiveApp live, Progress progress, boolean foreground) {
    Preconditions.requireAny(write, live, progress);
    var plan = new ArrayList<Step>();
    Deployment deployment = live.deployment();
    if (deployment != null) {
      Preconditions.requireOurs(write, live, progress);
      plan.add(
          steps.deleteDeployment(
              write,
              deployment,
              foreground ? DeletionPropagation.FOREGROUND : DeletionPropagation.BACKGROUND));
    }
    Service service = live.service();
    if (service != null && Ownership.isManaged(service)) {
      plan.add(steps.deleteService(write, service));
    }
    HorizontalPodAutoscaler autoscaler = live.autoscaler();
    if (autoscaler != null && Ownership.isManaged(autoscaler)) {
      plan.add(steps.deleteAutoscaler(write, autoscaler));
    }
    if (plan.isEmpty() && !progress.hasEffect()) {
      throw AppException.notFound(write.name());
    }
    return plan;
  }

  /**
   * In the foreground the Deployment stays until its ReplicaSets, and they until their pods went.
   */
  private boolean awaitGone(Write write, LiveApp before) {
    Deployment deleted = before.deployment();
    if (deleted == null) {
      return true;
    }
    String uid = deleted.getMetadata().getUid();
    while (!isGone(write, uid)) {
      if (write.deadline().passed()) {
        return false;
      }
      write.deadline().pause(PAUSE);
    }
    return true;
  }

  /** The delete is done; that nobody can look at the moment must not make it a failure. */
  private boolean isGone(Write write, String uid) {
    try {
      Deployment found = apps.deployment(write);
      return found == null || !found.getMetadata().getUid().equals(uid);
    } catch (AppException e) {
      return false;
    }
  }

  private static List<ObjectResult> kept(Write write, LiveApp before) {
    var kept = new ArrayList<ObjectResult>();
    keep(kept, write.object(Steps.SERVICE), before.service());
    keep(kept, write.object(Steps.AUTOSCALER), before.autoscaler());
    return kept;
  }

  private static void keep(List<ObjectResult> kept, String object, @Nullable HasMetadata found) {
    if (found != null && !Ownership.isManaged(found)) {
      kept.add(
          new ObjectResult(
              object,
              Outcome.KEPT,
              "It is not Roadstead's, it belongs to " + Ownership.owner(found) + "."));
    }
  }
}
