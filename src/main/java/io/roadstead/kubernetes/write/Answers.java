// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.ReleaseResult;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.watch.Visibility;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
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
        result.progress().results(),
        result.warnings());
  }

  DeleteResult deleted(Write write, Attempts.Result result, boolean foreground) {
    Deployment deleted = result.before().deployment();
    boolean complete = foreground && !write.dryRun() && awaitDeleted(write, deleted);
    if (deleted != null && complete) {
      awaitGone(write, deleted);
    } else if (deleted != null && !write.dryRun()) {
      awaitDeleting(write, deleted);
    }
    return new DeleteResult(write.name(), complete, result.progress().results(), result.warnings());
  }

  ReleaseResult released(Write write, Attempts.Result result) {
    if (!write.dryRun()) {
      awaitSeen(write, result);
    }
    return new ReleaseResult(write.name(), result.progress().results(), result.warnings());
  }

  private ObservedApp app(Write write, LiveApp after, boolean seen) {
    ObservedApp desired = after.desired();
    if (desired == null) {
      throw AppException.notFound(write.name());
    }
    ObservedApp found = visibility.find(write.name()).orElse(null);
    if (found == null) {
      return desired.with(visibility.freshness());
    }
    // What reads see may be newer than the write, and includes the matching status.
    return seen ? found : found.withDesired(desired);
  }

  private boolean awaitSeen(Write write, Attempts.Result result) {
    boolean seen = true;
    Set<String> left = new HashSet<>();
    for (HasMetadata after : result.after().objects()) {
      left.add(after.getMetadata().getUid());
      seen &= awaitSeen(write, after);
    }
    result.before().objects().stream()
        .filter(before -> !left.contains(before.getMetadata().getUid()))
        .forEach(before -> awaitGone(write, before));
    return seen;
  }

  private boolean awaitSeen(Write write, HasMetadata object) {
    return visibility.awaitSeen(
        Part.kind(object),
        key(object),
        object.getMetadata().getResourceVersion(),
        write.deadline().atMost(PATIENCE));
  }

  private void awaitGone(Write write, HasMetadata object) {
    visibility.awaitGone(
        Part.kind(object),
        key(object),
        object.getMetadata().getUid(),
        write.deadline().atMost(PATIENCE));
  }

  private void awaitDeleting(Write write, HasMetadata object) {
    visibility.awaitDeleting(
        Part.kind(object),
        key(object),
        object.getMetadata().getUid(),
        write.deadline().atMost(PATIENCE));
  }

  private static ObjectKey key(HasMetadata object) {
    return new ObjectKey(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  /**
   * The Deployment remains until its ReplicaSets are gone, and they until their pods are gone
   * (foreground cascading deletion).
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
