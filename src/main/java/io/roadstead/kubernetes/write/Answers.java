// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.DeleteResult;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.watch.Visibility;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds the result of a write once reads see it, or after a timeout. */
final class Answers {
  /** Longer than a healthy watch ever needs; a lagging watch must not delay the response. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final LiveApps apps;
  private final Visibility visibility;

  Answers(LiveApps apps, Visibility visibility) {
    this.apps = apps;
    this.visibility = visibility;
  }

  Written written(Write write, Attempts.Result result) {
    boolean seen = !write.dryRun() && awaitSeen(write, result);
    return new Written(
        app(write, result.after(), seen),
        result.progress().created(write.object(Part.DEPLOYMENT)),
        result.progress().results());
  }

  DeleteResult deleted(Write write, Attempts.Result result, boolean foreground) {
    Deployment deleted = result.before().deployment();
    boolean complete = foreground && !write.dryRun() && awaitDeleted(write, deleted);
    if (deleted != null && !write.dryRun() && (!foreground || complete)) {
      awaitGone(write, Part.DEPLOYMENT, deleted);
    }
    return new DeleteResult(write.name(), complete, result.progress().results());
  }

  private ObservedApp app(Write write, LiveApp after, boolean seen) {
    DeploymentRecord deployment = after.deploymentRecord();
    if (deployment == null) {
      throw AppException.notFound(write.name());
    }
    ObservedApp found = visibility.find(write.name()).orElse(null);
    if (found == null) {
      return ObservedApp.desiredOnly(
          deployment, after.serviceRecord(), after.autoscalerRecord(), visibility.freshness());
    }
    // What reads see may be newer than the write, and includes the matching status.
    return seen
        ? found
        : found.withDesired(deployment, after.serviceRecord(), after.autoscalerRecord());
  }

  private boolean awaitSeen(Write write, Attempts.Result result) {
    boolean seen = true;
    for (Part<?> part : Part.ALL) {
      HasMetadata before = result.before().get(part);
      HasMetadata after = result.after().get(part);
      if (after != null) {
        seen &= awaitSeen(write, part, after);
      } else if (before != null) {
        awaitGone(write, part, before);
      }
    }
    return seen;
  }

  private boolean awaitSeen(Write write, Part<?> part, HasMetadata object) {
    String version = object.getMetadata().getResourceVersion();
    return visibility.awaitSeen(
        part.kind(), ObjectKey.of(write.name()), version, write.deadline().atMost(PATIENCE));
  }

  private void awaitGone(Write write, Part<?> part, HasMetadata object) {
    String uid = object.getMetadata().getUid();
    visibility.awaitGone(
        part.kind(), ObjectKey.of(write.name()), uid, write.deadline().atMost(PATIENCE));
  }

  /**
   * In a foreground delete, the Deployment remains until its ReplicaSets are gone, and they until
   * their pods are gone.
   */
  private boolean awaitDeleted(Write write, @Nullable Deployment deleted) {
    while (deleted != null && !isGone(write, deleted.getMetadata().getUid())) {
      if (write.deadline().passed()) {
        return false;
      }
      write.deadline().pause(PAUSE);
    }
    return true;
  }

  /** The delete is done; it must not fail because the result can't be read now. */
  private boolean isGone(Write write, String uid) {
    try {
      Deployment found = apps.deployment(write);
      return found == null || !found.getMetadata().getUid().equals(uid);
    } catch (AppException e) {
      return false;
    }
  }
}
