// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.FieldConflict;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the app, plans the steps and does them; when somebody else wrote in between, again from
 * the beginning, until it is done or the deadline is there. So a status that changes all the time
 * is no conflict, and a change of what was decided by is always noticed.
 */
final class Attempts {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String REPLICAS = ".spec.replicas";

  private final LiveApps apps;

  Attempts(LiveApps apps) {
    this.apps = apps;
  }

  /**
   * Runs a use case.
   *
   * @param plan the steps for the app as found, or an exception when it must not be written
   * @param keepsReplicas whether the caller left the number of pods to whoever owns it
   */
  Result run(Write write, BiFunction<LiveApp, Progress, List<Step>> plan, boolean keepsReplicas) {
    var progress = new Progress();
    while (true) {
      LiveApp live = apps.read(write);
      try {
        return new Result(live, finish(live, plan.apply(live, progress), progress), progress);
      } catch (OvertakenException e) {
        if (write.deadline().passed()) {
          throw e.failure();
        }
        write.deadline().pause(PAUSE);
      } catch (AppException e) {
        // Somebody scaled between look and apply: the next look sees who, and leaves it alone.
        if (!keepsReplicas || !isAboutReplicasOnly(e) || write.deadline().passed()) {
          // A write may apply again what the app has already, env values included.
          throw EnvValues.hidden(live.containers(), e);
        }
        write.deadline().pause(PAUSE);
      }
    }
  }

  /**
   * What a use case did.
   *
   * @param before the app as the last attempt found it
   * @param after the app now
   * @param progress what happened to each object
   */
  record Result(LiveApp before, LiveApp after, Progress progress) {}

  private static LiveApp finish(LiveApp live, List<Step> steps, Progress progress)
      throws OvertakenException {
    for (Step step : steps) {
      Runnable rehearsal = step.rehearsal();
      if (rehearsal != null) {
        attempt(step, steps, progress, new Step.State(live, null), rehearsal);
      }
    }
    var state = new Step.State(live, null);
    for (Step step : steps) {
      state = attempt(step, steps, progress, state, null);
      if (state.outcome() != null) {
        progress.record(step.object(), state.outcome(), null);
      }
    }
    return state.app();
  }

  private static Step.State attempt(
      Step step,
      List<Step> steps,
      Progress progress,
      Step.State state,
      @Nullable Runnable rehearsal)
      throws OvertakenException {
    try {
      if (rehearsal != null) {
        rehearsal.run();
        return state;
      }
      return step.action().apply(state);
    } catch (AppException e) {
      // Only the API server's own refusals have a cause here.
      if (e.code() == ErrorCode.ETAG_MISMATCH && e.getCause() != null) {
        throw new OvertakenException(e);
      }
      List<String> others =
          steps.stream().map(Step::object).filter(o -> !o.equals(step.object())).toList();
      throw new AppException(
          e.code(),
          String.valueOf(e.getMessage()),
          e.details().withObjects(progress.failed(step.object(), e.getMessage(), others)),
          e);
    }
  }

  private static boolean isAboutReplicasOnly(AppException e) {
    List<FieldConflict> conflicts = e.details().conflicts();
    return e.code() == ErrorCode.FIELD_CONFLICT
        && !conflicts.isEmpty()
        && conflicts.stream().allMatch(conflict -> conflict.field().equals(REPLICAS));
  }

  /** Somebody else wrote the object since it was looked at. */
  private static final class OvertakenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient AppException failure;

    OvertakenException(AppException failure) {
      super(failure);
      this.failure = failure;
    }

    AppException failure() {
      return failure;
    }
  }
}
