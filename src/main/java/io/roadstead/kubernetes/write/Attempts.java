// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.Warning;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the app, plans the effects and carries them out; when another client wrote in between, it
 * starts over until it succeeds or the deadline is reached. Thus, frequent status changes are not
 * conflicts, and a change of the objects that a decision was based on is always noticed.
 */
final class Attempts {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String REPLICAS = ".spec.replicas";

  private final LiveApps apps;
  private final ServerSideApplier applier;

  Attempts(LiveApps apps, ServerSideApplier applier) {
    this.apps = apps;
    this.applier = applier;
  }

  /**
   * Runs a verb.
   *
   * @param verb plans the effects on the observed app, or throws when it must not be written
   * @param keepsReplicas whether the caller left the number of pods to its owner
   */
  Result run(Write write, Consumer<Plan> verb, boolean keepsReplicas) {
    var progress = new Progress();
    try {
      return run(write, verb, keepsReplicas, progress);
    } catch (AppException e) {
      throw progress.told(e);
    }
  }

  private Result run(Write write, Consumer<Plan> verb, boolean keepsReplicas, Progress progress) {
    while (true) {
      LiveApp live = apps.read(write);
      try {
        var plan = new Plan(applier, write, live, progress, apps);
        verb.accept(plan);
        LiveApp after = plan.carryOut();
        write.clusterWarnings().forEach(text -> plan.warn(EnvValues.ofCluster(live, text)));
        return new Result(live, after, progress, plan.warnings());
      } catch (Plan.OvertakenException e) {
        if (write.deadline().passed()) {
          throw AppException.of(ErrorCode.DEADLINE_EXCEEDED, WriteMessages.OVERTAKEN);
        }
        write.deadline().pause(PAUSE);
      } catch (AppException e) {
        // Another client scaled between read and apply: the next read sees the owner, and leaves
        // the field to it.
        if (!keepsReplicas || !isAboutReplicasOnly(e) || write.deadline().passed()) {
          // A write may reapply what the app already has, including env values.
          throw EnvValues.hidden(live, e);
        }
        write.deadline().pause(PAUSE);
      }
    }
  }

  /**
   * The result of a verb.
   *
   * @param before the app as the last attempt found it
   * @param after the app now
   * @param progress what happened to each object
   * @param warnings what was accepted but is likely not intended
   */
  record Result(LiveApp before, LiveApp after, Progress progress, List<Warning> warnings) {}

  private static boolean isAboutReplicasOnly(AppException e) {
    List<FieldConflict> conflicts = e.details().conflicts();
    return e.code() == ErrorCode.FIELD_CONFLICT
        && !conflicts.isEmpty()
        && conflicts.stream().allMatch(conflict -> conflict.field().equals(REPLICAS));
  }
}
