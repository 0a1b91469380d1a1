// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.ConfigMapMapping;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.PodCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final LiveApps apps;
  private final Progress progress;
  private final List<Step<?>> steps = new ArrayList<>();
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final List<Warning> warnings = new ArrayList<>();
  private LiveApp live;
  private boolean creates;

  Plan(ServerSideApplier applier, Write write, LiveApp live, Progress progress, LiveApps apps) {
    this.applier = applier;
    this.write = write;
    this.live = live;
    this.progress = progress;
    this.apps = apps;
  }

  /**
   * One effect on one object.
   *
   * @param part the kind of the object
   * @param name the name of the object
   * @param change applies the effect to the object at that time, and returns the resulting object
   * @param rehearsal a dry run that determines beforehand whether the effect would be refused; null
   *     when that is known or the effect comes first anyway
   */
  private record Step<T extends HasMetadata>(
      Part<T> part, String name, UnaryOperator<@Nullable T> change, @Nullable Runnable rehearsal) {
    String object() {
      return part.object(name);
    }
  }

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
    T found = found(part, desired);
    requireLossless(part, desired, force);
    add(
        part,
        desired.getMetadata().getName(),
        before -> applied(write, part, desired, before, force),
        rehearsal(part, desired, found, force));
  }

  /** Applies the Deployment; {@code expected} is the number of pods that a dry run shows. */
  void apply(Deployment desired, boolean force, @Nullable Integer expected) {
    requireLossless(Part.DEPLOYMENT, desired, force);
    Deployment found = live.deployment();
    // A refusal must not leave claims and files that nothing mounts.
    boolean tried = creates && !write.dryRun();
    addDeployment(
        before -> applied(write, Part.DEPLOYMENT, desired, before, force),
        expected,
        tried ? () -> applied(write.asDryRun(), Part.DEPLOYMENT, desired, found, force) : null);
  }

  /** Applies what Roadstead owns of the Deployment again, with another number of pods. */
  void reapply(Deployment owned, boolean force, @Nullable Integer expected) {
    addDeployment(
        before -> applier.apply(write, owned, before, Managers.ROADSTEAD, force), expected, null);
  }

  private void addDeployment(
      UnaryOperator<@Nullable Deployment> change,
      @Nullable Integer expected,
      @Nullable Runnable rehearsal) {
    add(
        Part.DEPLOYMENT,
        write.name().app(),
        before -> {
          Deployment after = Objects.requireNonNull(change.apply(before));
          return write.dryRun() && expected != null ? withReplicas(after, expected) : after;
        },
        rehearsal);
  }

  /**
   * FAILED_PRECONDITION when what the spec can't express could not stay; with force, a warning. A
   * warning too for what stays although the spec leaves it out.
   */
  private <T extends HasMetadata> void requireLossless(Part<T> part, T desired, boolean force) {
    T found = found(part, desired);
    if (found == null) {
      return;
    }
    Replacement replacement = Replacement.of(found, desired, part.type());
    List<String> lost = replacement.lost();
    if (!lost.isEmpty() && !write.options().force()) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION, WriteMessages.wouldBeLost(object(part, desired), lost));
    }
    lost.forEach(path -> warnings.add(WriteMessages.removed(object(part, desired), path)));
    if (!force) {
      replacement
          .kept()
          .forEach(path -> warnings.add(WriteMessages.kept(object(part, desired), path)));
    }
  }

  /** Objects that a deploy does not mention get the app's labels too. */
  <T extends HasMetadata> void relabel(Part<T> part, T found, Map<String, String> own) {
    if (!Ownership.isManaged(found)) {
      return;
    }
    T owned = Owned.of(found, part.type());
    Map<String, String> labels = AppLabels.of(found.getMetadata(), write.name(), own);
    if (!labels.equals(owned.getMetadata().getLabels())) {
      owned.getMetadata().setLabels(labels);
      add(
          part,
          found.getMetadata().getName(),
          before -> applier.apply(write, owned, before, Managers.ROADSTEAD, false),
          null);
    }
  }

  /** Reads a claim or a ConfigMap of a volume, which this plan is about from now on. */
  <T extends HasMetadata> @Nullable T read(Part<T> part, String name) {
    T found = apps.find(write, part, name);
    live = live.with(part, name, found);
    return found;
  }

  /** Creates an object that does not exist. */
  <T extends HasMetadata> void create(Part<T> part, T desired) {
    creates = true;
    add(
        part,
        desired.getMetadata().getName(),
        before -> applier.apply(write, desired, before, Managers.ROADSTEAD, false),
        rehearsal(part, desired, null, false));
  }

  /** Reports that an object is already as desired. */
  <T extends HasMetadata> void leave(Part<T> part, T found) {
    add(part, found.getMetadata().getName(), before -> before, null);
  }

  /**
   * Makes the Deployment the owner of an object, so that the cluster deletes both; later than the
   * Deployment, which has no uid before it exists.
   */
  <T extends HasMetadata> void own(Part<T> part, T desired) {
    if (write.dryRun()) {
      return;
    }
    add(
        part,
        desired.getMetadata().getName(),
        before -> {
          desired
              .getMetadata()
              .setOwnerReferences(List.of(ConfigMapMapping.owner(requireDeployment())));
          return applier.apply(write, desired, before, Managers.ROADSTEAD, false);
        },
        null);
  }

  private Deployment requireDeployment() {
    return Objects.requireNonNull(live.deployment());
  }

  /** Deletes an object that nothing needs; a failure is no failure of the write. */
  <T extends HasMetadata> void discard(Part<T> part, T found) {
    live = live.with(part, found.getMetadata().getName(), found);
    add(
        part,
        found.getMetadata().getName(),
        before -> {
          try {
            applier.delete(write, found, DeletionPropagation.BACKGROUND);
            return null;
          } catch (AppException e) {
            return before;
          }
        },
        null);
  }

  /** What else is known about the app and its cluster. */
  LiveApps apps() {
    return apps;
  }

  /** The first other workload whose pods have these labels; empty when there is none. */
  String othersWith(Map<String, String> labels) {
    return apps.othersWith(write.name(), labels);
  }

  /** What was accepted but is likely not intended. */
  List<Warning> warnings() {
    return warnings;
  }

  void warn(Warning warning) {
    warnings.add(warning);
  }

  /** Makes the second manager own the number of pods, or release it; see {@link Replicas}. */
  void hold(PodCount count, boolean force) {
    add(
        Part.DEPLOYMENT,
        write.name().app(),
        before ->
            applier.apply(
                write,
                DeploymentMapping.countOnly(write.name(), count),
                Objects.requireNonNull(before),
                Managers.AUTOSCALER,
                force),
        null);
  }

  private <T extends HasMetadata> @Nullable T found(Part<T> part, T desired) {
    return live.get(part, desired.getMetadata().getName());
  }

  private static <T extends HasMetadata> String object(Part<T> part, T desired) {
    return part.object(desired.getMetadata().getName());
  }

  /** Deletes an object as observed. */
  <T extends HasMetadata> void delete(Part<T> part, T found, DeletionPropagation policy) {
    add(
        part,
        found.getMetadata().getName(),
        before -> {
          applier.delete(write, found, policy);
          return null;
        },
        null);
  }

  /** Lets go of an object as it is at that time. */
  <T extends HasMetadata> void release(Part<T> part, T found, boolean autoscaled) {
    live = live.with(part, found.getMetadata().getName(), found);
    add(
        part,
        found.getMetadata().getName(),
        before -> {
          T live = Objects.requireNonNull(before);
          return applier.patch(write, live, Release.patch(live, autoscaled), Managers.RELEASED);
        },
        null);
  }

  /**
   * Whether an object that a controller made already is as asked for, and so is kept as it is: the
   * controller would undo a change, even of its labels.
   */
  <T extends HasMetadata> boolean leaves(
      Part<T> part, T found, Object asked, @Nullable Object live) {
    Optional<OwnerReference> controller = Ownership.controller(found);
    boolean leaves = controller.isPresent() && asked.equals(live);
    if (leaves) {
      keep(part, found, WriteMessages.keptByController(controller.get()));
    }
    return leaves;
  }

  /** Records that an object is kept, and why. */
  <T extends HasMetadata> void keep(Part<T> part, T found, String why) {
    kept.put(object(part, found), why);
  }

  /** Records that an object that was not read is kept, and why. */
  void keep(String object, String why) {
    kept.put(object, why);
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
    for (Step<?> step : steps) {
      live = attempt(step, () -> done(step, live));
    }
    kept.forEach((object, why) -> progress.record(object, Outcome.KEPT, why));
    return live;
  }

  private <T extends HasMetadata> LiveApp done(Step<T> step, LiveApp app) {
    T before = app.get(step.part(), step.name());
    T after = step.change().apply(before);
    progress.record(step.object(), outcome(before, after), null);
    return app.with(step.part(), step.name(), after);
  }

  /** Another client has written the object since it was read. */
  static final class OvertakenException extends Exception {
    private static final long serialVersionUID = 1L;

    OvertakenException(AppException refusal) {
      super(refusal);
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
      String failed = step.object();
      List<String> others =
          steps.stream().map(Step::object).filter(other -> !other.equals(failed)).toList();
      throw new AppException(
          e.code(),
          String.valueOf(e.getMessage()),
          e.details().withObjects(progress.failed(failed, e.getMessage(), others)),
          e);
    }
  }

  private <T extends HasMetadata> void add(
      Part<T> part, String name, UnaryOperator<@Nullable T> change, @Nullable Runnable rehearsal) {
    steps.add(new Step<>(part, name, change, rehearsal));
  }

  private <T extends HasMetadata> T applied(
      Write how, Part<T> part, T desired, @Nullable T before, boolean force) {
    return force && before != null
        ? replaced(how, part, desired, before)
        : applier.apply(how, desired, before, Managers.ROADSTEAD, force);
  }

  /** Replaces what the spec says whoever owns it, and ends the ownership of all others. */
  private <T extends HasMetadata> T replaced(Write how, Part<T> part, T desired, T before) {
    ArrayNode changes = Replacement.of(before, desired, part.type()).patch();
    T after = before;
    if (!changes.isEmpty()) {
      after = applier.patch(how, before, changes, Managers.ROADSTEAD);
      if (!how.dryRun()) {
        // A later attempt finds it done.
        progress.record(object(part, desired), outcome(before, after), null);
      }
    }
    if (how.dryRun()) {
      return after;
    }
    T owned = applier.apply(how, desired, after, Managers.ROADSTEAD, true);
    return Managers.exclusive(owned)
        .map(managers -> applier.replaceManagers(how, owned, managers))
        .orElse(owned);
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
    return () -> applied(write.asDryRun(), part, desired, found, force);
  }

  private static Deployment withReplicas(Deployment deployment, int replicas) {
    return new DeploymentBuilder(deployment).editSpec().withReplicas(replicas).endSpec().build();
  }

  /** A write that changes only who owns what leaves the object as it was. */
  private static Outcome outcome(@Nullable HasMetadata before, @Nullable HasMetadata after) {
    if (after == null) {
      return Outcome.DELETED;
    }
    if (before == null) {
      return Outcome.CREATED;
    }
    return Owned.sameButForBookkeeping(before, after) ? Outcome.UNCHANGED : Outcome.CHANGED;
  }
}
