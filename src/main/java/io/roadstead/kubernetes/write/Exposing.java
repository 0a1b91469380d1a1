// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Exposure;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.ServiceMapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effects of a write on the Service that exposes an app. */
final class Exposing {
  private Exposing() {}

  /**
   * The Service that exposes the app, whatever its name, or a new one with the name of the app. One
   * that another manager owns only in a deploy with {@code adopt}.
   */
  static void apply(Plan plan, Exposure exposure, Map<String, String> labels) {
    @Nullable Service found = plan.live().service();
    if (found != null && plan.leaves(Part.SERVICE, found, exposure, plan.live().exposure())) {
      return;
    }
    boolean adopting = found != null && Ownership.isAdopting(plan.write(), found);
    if (found != null) {
      requireNotDeleting(found);
      OtherApps.require(plan, found);
      if (!plan.write().options().adopt()) {
        Ownership.require(found, WriteMessages.ADOPT_SERVICE);
      }
      Ownership.requireNoController(found);
    }
    plan.apply(
        Part.SERVICE,
        ServiceMapping.desired(plan.write().name(), exposure, labels, selector(plan, found), found),
        adopting || plan.write().options().force());
  }

  /** A Service that leads to the app keeps its selector, which may select other pods too. */
  private static Map<String, String> selector(Plan plan, @Nullable Service found) {
    if (found == null) {
      return ownSelector(plan);
    }
    Map<String, String> selector = found.getSpec().getSelector();
    boolean leadsHere =
        !selector.isEmpty() && plan.live().podLabels().entrySet().containsAll(selector.entrySet());
    if (leadsHere) {
      return selector;
    }
    Map<String, String> own = ownSelector(plan);
    if (!selector.equals(own) && !plan.write().options().force()) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION,
          WriteMessages.otherSelector(found.getMetadata().getName(), selector, own));
    }
    return own;
  }

  /** The labels that select the pods of the app alone. */
  private static Map<String, String> ownSelector(Plan plan) {
    @Nullable Deployment deployment = plan.live().deployment();
    if (deployment == null) {
      return AppLabels.selector(plan.write().name());
    }
    var selector = deployment.getSpec().getSelector();
    if (selector.getMatchExpressions().isEmpty()) {
      return selector.getMatchLabels();
    }
    // A Service can't express them, but it can use the labels of the pods if no others have them.
    Map<String, String> labels = plan.live().podLabels();
    String other = plan.othersWith(labels);
    if (labels.isEmpty() || !other.isEmpty()) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.noLabelsOfItsOwn(other));
    }
    return labels;
  }

  /** Ends the exposure; does nothing when the app is not exposed. */
  static void end(Plan plan) {
    @Nullable Service found = plan.live().service();
    boolean exposes =
        found != null
            && (Ownership.isManaged(found)
                || ServiceMapping.observed(found).selects(plan.live().podLabels()));
    if (found == null
        || !exposes
        || !OtherApps.served(plan, found).isEmpty()
        || found.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    Ownership.require(found, "Delete it with the tool that created it");
    String others = OtherApps.sharing(plan, found);
    if (!others.isEmpty() && !plan.write().options().force()) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.shared(found, others));
    }
    plan.delete(Part.SERVICE, found, DeletionPropagation.BACKGROUND);
  }

  /** A Service that a deploy does not mention gets the app's labels too. */
  static void relabel(Plan plan, Map<String, String> labels) {
    @Nullable Service found = plan.live().service();
    if (found != null
        && found.getMetadata().getDeletionTimestamp() == null
        && OtherApps.served(plan, found).isEmpty()) {
      plan.relabel(Part.SERVICE, found, labels);
    }
  }

  private static void requireNotDeleting(Service found) {
    if (found.getMetadata().getDeletionTimestamp() != null) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.beingDeleted(found));
    }
  }
}
