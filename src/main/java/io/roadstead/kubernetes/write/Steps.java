// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.WriteOptions;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps that writes are put together from. */
final class Steps {
  static final String DEPLOYMENT = "Deployment";
  static final String SERVICE = "Service";
  static final String AUTOSCALER = "HorizontalPodAutoscaler";

  private final ServerSideApplier applier;

  Steps(ServerSideApplier applier) {
    this.applier = applier;
  }

  /** Applies the Deployment; {@code expected} is the number of pods that a dry run shows. */
  Step deployment(
      Write write, Supplier<Deployment> desired, boolean force, @Nullable Integer expected) {
    return new Step(
        write.object(DEPLOYMENT),
        null,
        state -> {
          Deployment before = state.app().deployment();
          Deployment after = applied(write, desired.get(), before, force);
          if (write.dryRun() && expected != null) {
            after = withReplicas(after, expected);
          }
          return new Step.State(state.app().with(after), outcome(before, after, write));
        });
  }

  /** Moves what the spec can say from other managers to Roadstead. */
  Step takeOver(Write write, Set<String> containers) {
    return new Step(
        write.object(DEPLOYMENT),
        null,
        state -> {
          Deployment before = Objects.requireNonNull(state.app().deployment());
          Deployment after =
              TakeOver.of(before, containers)
                  .map(managers -> applier.replaceManagers(write, before, managers))
                  .orElse(before);
          return new Step.State(state.app().with(after), outcome(before, after, write));
        });
  }

  /** Lets the second manager hold the number of pods, or let go of it; see {@link Replicas}. */
  Step handOver(Write write, @Nullable Integer replicas, boolean force) {
    return new Step(
        write.object(DEPLOYMENT),
        null,
        state -> {
          Deployment before = Objects.requireNonNull(state.app().deployment());
          Deployment after =
              applier.apply(
                  write,
                  DeploymentFactory.replicasOnly(write.name(), replicas),
                  before,
                  Managers.AUTOSCALER,
                  force);
          return new Step.State(state.app().with(after), outcome(before, after, write));
        });
  }

  Step service(Write write, Supplier<Service> desired, @Nullable Service live, boolean force) {
    return new Step(
        write.object(SERVICE),
        rehearsal(write, desired, live, Service.class, force),
        state -> {
          Service before = state.app().service();
          Service after = applied(write, desired.get(), before, force);
          return new Step.State(state.app().with(after), outcome(before, after, write));
        });
  }

  Step autoscaler(
      Write write,
      Supplier<HorizontalPodAutoscaler> desired,
      @Nullable HorizontalPodAutoscaler live,
      boolean force) {
    return new Step(
        write.object(AUTOSCALER),
        rehearsal(write, desired, live, HorizontalPodAutoscaler.class, force),
        state -> {
          HorizontalPodAutoscaler before = state.app().autoscaler();
          HorizontalPodAutoscaler after = applied(write, desired.get(), before, force);
          return new Step.State(state.app().with(after), outcome(before, after, write));
        });
  }

  Step deleteService(Write write, Service live) {
    return new Step(
        write.object(SERVICE),
        null,
        state -> {
          applier.delete(write, live, DeletionPropagation.BACKGROUND);
          return new Step.State(state.app().with((Service) null), Outcome.DELETED);
        });
  }

  Step deleteAutoscaler(Write write, HorizontalPodAutoscaler live) {
    return new Step(
        write.object(AUTOSCALER),
        null,
        state -> {
          applier.delete(write, live, DeletionPropagation.BACKGROUND);
          LiveApp without = state.app().with((HorizontalPodAutoscaler) null);
          return new Step.State(without, Outcome.DELETED);
        });
  }

  Step deleteDeployment(Write write, Deployment live, DeletionPropagation policy) {
    return new Step(
        write.object(DEPLOYMENT),
        null,
        state -> {
          applier.delete(write, live, policy);
          return new Step.State(state.app().with((Deployment) null), Outcome.DELETED);
        });
  }

  private <T extends HasMetadata> T applied(
      Write write, T desired, @Nullable T before, boolean force) {
    return applier.apply(write, desired, before, Managers.ROADSTEAD, force);
  }

  /**
   * Later objects are tried beforehand, so that a node port that is taken does not leave half an
   * app. What is there already as it shall be needs no try: the idempotent path costs no call more.
   */
  private <T extends HasMetadata> @Nullable Runnable rehearsal(
      Write write, Supplier<T> desired, @Nullable T live, Class<T> type, boolean force) {
    if (write.dryRun() || (live != null && Owned.isApplied(desired.get(), live, type))) {
      return null;
    }
    Write dry = new Write(write.caller(), write.name(), dryRun(write.options()), write.deadline());
    return () -> applied(dry, desired.get(), live, force);
  }

  private static WriteOptions dryRun(WriteOptions options) {
    return new WriteOptions(
        options.etag(), options.createOnly(), true, options.force(), options.adopt());
  }

  private static Deployment withReplicas(Deployment deployment, int replicas) {
    return new DeploymentBuilder(deployment).editSpec().withReplicas(replicas).endSpec().build();
  }

  /** A dry run bumps no version, so there the fields have to be compared. */
  private static Outcome outcome(@Nullable HasMetadata before, HasMetadata after, Write write) {
    if (before == null) {
      return Outcome.CREATED;
    }
    boolean same =
        write.dryRun()
            ? Sameness.sameButForBookkeeping(before, after)
            : Objects.equals(
                before.getMetadata().getResourceVersion(),
                after.getMetadata().getResourceVersion());
    return same ? Outcome.UNCHANGED : Outcome.CHANGED;
  }
}
