// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.roadstead.app.AppException;
import io.roadstead.kubernetes.watch.DeploymentRecord;
import io.roadstead.kubernetes.watch.Kind;
import io.roadstead.kubernetes.watch.ObjectKey;
import io.roadstead.kubernetes.watch.ObservedApp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers a write when reads see it, or after a while without. */
final class Answers {
  /** Longer than a healthy watch ever needs; a lagging one must not hold up the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Visibility visibility;

  Answers(Visibility visibility) {
    this.visibility = visibility;
  }

  Written written(Write write, Attempts.Result result) {
    boolean seen = !write.dryRun() && awaitSeen(write, result);
    return new Written(
        app(write, result.after(), seen),
        result.progress().created(write.object(Steps.DEPLOYMENT)),
        result.progress().results());
  }

  void awaitGone(Write write, Kind kind, @Nullable HasMetadata object) {
    if (object != null && !write.dryRun()) {
      visibility.awaitGone(
          kind, ObjectKey.of(write.name()), object.getMetadata().getUid(), patience(write));
    }
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
    // What reads see may be newer than the write, and has the status that goes with it.
    return seen
        ? found
        : found.withDesired(deployment, after.serviceRecord(), after.autoscalerRecord());
  }

  private boolean awaitSeen(Write write, Attempts.Result result) {
    boolean deployment = awaitSeen(write, Kind.DEPLOYMENT, result.after().deployment());
    boolean service =
        await(write, Kind.SERVICE, result.before().service(), result.after().service());
    boolean autoscaler =
        await(write, Kind.AUTOSCALER, result.before().autoscaler(), result.after().autoscaler());
    return deployment && service && autoscaler;
  }

  private boolean await(
      Write write, Kind kind, @Nullable HasMetadata before, @Nullable HasMetadata after) {
    if (after == null && before != null) {
      awaitGone(write, kind, before);
    }
    return awaitSeen(write, kind, after);
  }

  private boolean awaitSeen(Write write, Kind kind, @Nullable HasMetadata object) {
    return object == null
        || visibility.awaitSeen(
            kind,
            ObjectKey.of(write.name()),
            object.getMetadata().getResourceVersion(),
            patience(write));
  }

  private static Duration patience(Write write) {
    return write.deadline().atMost(PATIENCE);
  }
}
