// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.PodCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The effects of one attempt at a write, in order. A verb adds them one by one, and nothing happens
 * before {@link #carryOut()}: thus, a refusal can report what was not attempted, and effects that
 * might be refused later are tried beforehand.
 */
final class Plan {
  private final ServerSideApplier applier;
  private final Write write;
  private final LiveApp live;
  private final Progress progress;
  private final List<Step<?>> steps = new ArrayList<>();
  private final Map<Part<?>, String> kept = new LinkedHashMap<>();

  Plan(ServerSideApplier applier, Write write, LiveApp live, Progress progress) {
    this.applier = applier;
    this.write = write;
    this.live = live;
    this.progress = progress;
  }

  /**
   * One effect on one object.
   *
   * @param part the object
   * @param change applies the effect to the object at that time, and returns the resulting object
   * @param rehearsal a dry run that determines beforehand whether the effect would be refused; null
   *     when that is known or the effect comes first anyway
   */
  private record Step<T extends HasMetadata>(
      Part<T> part, UnaryOperator<@Nullable T> change, @Nullable Runnable rehearsal) {}

  Write write() {
    return write;
  }

  /** The app as this attempt observed it. */
  LiveApp live() {
    return live;
  }

  /** What earlier attempts have already done. */
  Progress progress() {
    return progress;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Applies the Service or the autoscaler. */
  <T extends HasMetadata> void apply(Part<T> part, T desired, boolean force) {
    T found = live.get(part);
    add(
        part,
        before -> applied(write, desired, before, force),
        rehearsal(part, desired, found, force));
  }

  /** Applies the Deployment; {@code expected} is the number of pods that a dry run shows. */
  void apply(Deployment desired, boolean force, @Nullable Integer expected) {
    add(
        Part.DEPLOYMENT,
        before -> {
          Deployment after = applied(write, desired, before, force);
          return write.dryRun() && expected != null ? withReplicas(after, expected) : after;
        },
        null);
  }

  /**
   * Moves ownership of what the spec can express from other managers to Roadstead; not possible in
   * a dry run.
   */
  void takeOver(Set<String> containers) {
    if (live.deployment() == null || write.dryRun()) {
      return;
    }
    add(
        Part.DEPLOYMENT,
        found -> {
          Deployment before = Objects.requireNonNull(found);
          return TakeOver.of(before, containers)
              .map(managers -> applier.replaceManagers(write, before, managers))
              .orElse(before);
        },
        null);
  }

  /** Makes the second manager own the number of pods, or release it; see {@link Replicas}. */
  void hold(PodCount count, boolean force) {
    add(
        Part.DEPLOYMENT,
        before ->
            applier.apply(
                write,
                DeploymentMapping.countOnly(write.name(), count),
                Objects.requireNonNull(before),
                Managers.AUTOSCALER,
                force),
        null);
  }

  /** Deletes an object as observed. */
  <T extends HasMetadata> void delete(Part<T> part, DeletionPropagation policy) {
    T found = Objects.requireNonNull(live.get(part));
    add(
        part,
        before -> {
          applier.delete(write, found, policy);
          return null;
        },
        null);
  }

  /** Records that an object is kept, and why. */
  void keep(Part<?> part, String why) {
    kept.put(part, why);
  }

  /** Carries out all effects; returns the resulting app. */
  LiveApp carryOut() throws OvertakenException {
    for (Step<?> step : steps) {
      Runnable rehearsal = step.rehearsal();
      if (rehearsal != null) {
        attempt(
            step,
            () -> {
              rehearsal.run();
              return live;
            });
      }
    }
    LiveApp app = live;
    for (Step<?> step : steps) {
      LiveApp before = app;
      app = attempt(step, () -> done(step, before));
    }
    kept.forEach((part, why) -> progress.record(write.object(part), Outcome.KEPT, why));
    return app;
  }

  private <T extends HasMetadata> LiveApp done(Step<T> step, LiveApp app) {
    T before = app.get(step.part());
    T after = step.change().apply(before);
    progress.record(write.object(step.part()), outcome(before, after), null);
    return app.with(step.part(), after);
  }

  /** Another client has written the object since it was read. */
  static final class OvertakenException extends Exception {
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

  private LiveApp attempt(Step<?> step, Supplier<LiveApp> effect) throws OvertakenException {
    try {
      return effect.get();
    } catch (AppException e) {
      // Only refusals of the API server have a cause here.
      if (e.code() == ErrorCode.ETAG_MISMATCH && e.getCause() != null) {
        throw new OvertakenException(e);
      }
      String failed = write.object(step.part());
      List<String> others =
          steps.stream()
              .map(other -> write.object(other.part()))
              .filter(other -> !other.equals(failed))
              .toList();
      throw new AppException(
          e.code(),
          String.valueOf(e.getMessage()),
          e.details().withObjects(progress.failed(failed, e.getMessage(), others)),
          e);
    }
  }

  private <T extends HasMetadata> void add(
      Part<T> part, UnaryOperator<@Nullable T> change, @Nullable Runnable rehearsal) {
    steps.add(new Step<>(part, change, rehearsal));
  }

  private <T extends HasMetadata> T applied(
      Write how, T desired, @Nullable T before, boolean force) {
    return applier.apply(how, desired, before, Managers.ROADSTEAD, force);
  }

  /**
   * Later objects are tried beforehand, so that a node port that is in use does not leave a partial
   * app. Objects that are already as desired are not tried: the idempotent path costs no additional
   * calls.
   */
  private <T extends HasMetadata> @Nullable Runnable rehearsal(
      Part<T> part, T desired, @Nullable T found, boolean force) {
    if (write.dryRun() || (found != null && Owned.isApplied(desired, found, part.type()))) {
      return null;
    }
    return () -> applied(write.asDryRun(), desired, found, force);
  }

  private static Deployment withReplicas(Deployment deployment, int replicas) {
    return new DeploymentBuilder(deployment).editSpec().withReplicas(replicas).endSpec().build();
  }

  /** A dry run does not change the version, so the fields must be compared. */
  private Outcome outcome(@Nullable HasMetadata before, @Nullable HasMetadata after) {
    if (after == null) {
      return Outcome.DELETED;
    }
    if (before == null) {
      return Outcome.CREATED;
    }
    boolean same =
        write.dryRun()
            ? Owned.sameButForBookkeeping(before, after)
            : Objects.equals(
                before.getMetadata().getResourceVersion(),
                after.getMetadata().getResourceVersion());
    return same ? Outcome.UNCHANGED : Outcome.CHANGED;
  }
}
