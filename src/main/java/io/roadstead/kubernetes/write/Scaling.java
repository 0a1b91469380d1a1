// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.BeforeStop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effects of a write on the number of pods and on the autoscaler. */
final class Scaling {
  private static final String REPLICAS = ".spec.replicas";

  private Scaling() {}

  /** How the write changes the number of pods. */
  static Replicas decide(Plan plan, @Nullable Scale scale, boolean force) {
    Replicas.Found found = plan.live().replicas(scale);
    return checked(plan, found, Replicas.decide(scale, found, force), force);
  }

  /** How the start of a stopped app changes the number of pods. */
  static Replicas start(Plan plan, @Nullable HorizontalPodAutoscalerSpec autoscaling) {
    boolean force = plan.write().options().force();
    if (autoscaling == null) {
      Replicas.Found found = plan.live().replicas(new Scale.Fixed(1));
      return checked(plan, found, Replicas.started(found), force);
    }
    int least = Math.max(1, AutoscalerMapping.minReplicas(autoscaling));
    Replicas.Found found = plan.live().replicas(null);
    return Replicas.autoscaled(least, Math.max(least, autoscaling.getMaxReplicas()), found, force);
  }

  private static Replicas checked(
      Plan plan, Replicas.Found found, Replicas decided, boolean force) {
    if (decided.contested() && !force) {
      String message = WriteMessages.countOfSomebodyElse(found.count());
      throw new AppException(
          ErrorCode.FIELD_CONFLICT,
          message,
          new ErrorDetails(
              List.of(),
              List.of(
                  new FieldConflict(
                      plan.write().object(Part.DEPLOYMENT), "unknown manager", REPLICAS)),
              List.of(),
              null),
          null);
    }
    return decided;
  }

  /**
   * A fixed number, including zero, replaces autoscaling: the autoscaler is deleted before the
   * number is set, because it would undo it; so the scale of a stopped app is zero and nothing
   * else.
   */
  static void endFor(Plan plan, @Nullable Scale scale) {
    @Nullable HorizontalPodAutoscaler found = plan.live().scalingAutoscaler();
    if (scale instanceof Scale.Fixed && found != null) {
      Ownership.require(found, WriteMessages.ADOPT_AUTOSCALER);
      plan.delete(Part.AUTOSCALER, found, DeletionPropagation.BACKGROUND);
    }
  }

  /**
   * The autoscaler that scales a stopped app, or else the one that it had before; null when there
   * is neither. It is brought back before the pods: it does not act on zero, and until then the app
   * remembers it.
   */
  static @Nullable HorizontalPodAutoscalerSpec restore(Plan plan) {
    @Nullable HorizontalPodAutoscaler scaling = plan.live().scalingAutoscaler();
    BeforeStop before = plan.live().remembered();
    @Nullable HorizontalPodAutoscalerSpec spec = before.autoscalerSpec();
    boolean replaced =
        scaling != null
            && !scaling
                .getMetadata()
                .getName()
                .equals(before.autoscalerName(plan.write().name().app()));
    if (spec == null || replaced) {
      return scaling == null ? null : scaling.getSpec();
    }
    @Nullable HorizontalPodAutoscaler found =
        plan.live().get(Part.AUTOSCALER, before.autoscalerName(plan.write().name().app()));
    if (found != null) {
      Ownership.require(found, WriteMessages.ADOPT_AUTOSCALER);
      Ownership.requireNoController(found);
    }
    plan.apply(
        Part.AUTOSCALER,
        AutoscalerMapping.restored(
            plan.write().name(), before, spec, plan.live().ownLabels(), found),
        plan.write().options().force());
    return spec;
  }

  /** The autoscaler that scales the app, whatever its name, or a new one with its name. */
  static void apply(
      Plan plan, Scale.Autoscaling autoscaling, Map<String, String> labels, boolean adopt) {
    @Nullable HorizontalPodAutoscaler found = plan.live().autoscaler();
    if (found != null && !adopt) {
      Ownership.require(found, WriteMessages.ADOPT_AUTOSCALER);
    }
    if (found != null) {
      Ownership.requireNoController(found);
      requireTarget(plan, found);
    }
    boolean adopting = found != null && Ownership.isAdopting(plan.write(), found);
    plan.apply(
        Part.AUTOSCALER,
        AutoscalerMapping.desired(plan.write().name(), autoscaling, labels, found),
        adopting || plan.write().options().force());
  }

  /** An autoscaler that a deploy does not mention gets the app's labels too. */
  static void relabel(Plan plan, Map<String, String> labels) {
    @Nullable HorizontalPodAutoscaler found = plan.live().autoscaler();
    if (found != null && scales(plan, found)) {
      plan.relabel(Part.AUTOSCALER, found, labels);
    }
  }

  /** Whether an autoscaler, which may only have the name of the app's, scales the app. */
  static boolean scales(Plan plan, HorizontalPodAutoscaler found) {
    return AutoscalerMapping.observed(found).scales(plan.write().name().app());
  }

  private static void requireTarget(Plan plan, HorizontalPodAutoscaler found) {
    if (!scales(plan, found) && !plan.write().options().force()) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.otherTarget(found));
    }
  }
}
