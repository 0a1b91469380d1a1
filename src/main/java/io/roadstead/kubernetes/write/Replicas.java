// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.BeforeStop;
import io.roadstead.kubernetes.model.PodCount;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a write changes the number of pods. Pure: decided from what was requested and observed.
 *
 * @param owned the number that Roadstead applies and owns; null leaves the field to others
 * @param handedOver the number that the second field manager must own: this keeps the field from
 *     falling back to 1 when Roadstead releases it for an autoscaler, and takes it back from an
 *     autoscaler that is gone; null when there is nothing to hand over
 * @param forced whether the handover may take the field from its current owners
 * @param beforeStop what to remember while the app is stopped
 * @param contested whether somebody else set a number that has no owner: one that Roadstead left to
 *     the default, so that it must be 1
 */
record Replicas(
    @Nullable Integer owned,
    @Nullable Integer handedOver,
    boolean forced,
    BeforeStop beforeStop,
    boolean contested) {

  Replicas(
      @Nullable Integer owned,
      @Nullable Integer handedOver,
      boolean forced,
      BeforeStop beforeStop) {
    this(owned, handedOver, forced, beforeStop, false);
  }

  /**
   * The observed state.
   *
   * @param count the currently desired number, 0 for a new app
   * @param exists whether the app exists
   * @param beforeStop what is remembered, or is to be when the app is stopped now
   * @param autoscaled whether an autoscaler scales it
   * @param ownedByUs whether Roadstead's own manager owns the number
   * @param heldAside whether an obsolete manager owns it: our second manager, or an autoscaler that
   *     is gone
   * @param ownedByOthers whether another manager owns it
   */
  record Found(
      int count,
      boolean exists,
      BeforeStop beforeStop,
      boolean autoscaled,
      boolean ownedByUs,
      boolean heldAside,
      boolean ownedByOthers) {
    static final Found NOTHING =
        new Found(0, false, BeforeStop.NOTHING, false, false, false, false);
  }

  /** Of a Deployment that names no number (Kubernetes: DeploymentSpec). */
  private static final int DEFAULT = 1;

  /** The number that the app will have, to the extent that Roadstead decides it; for dry runs. */
  @Nullable Integer expected() {
    return handedOver != null ? handedOver : owned;
  }

  /** The part that the Deployment contains. */
  PodCount count() {
    return new PodCount(owned, beforeStop);
  }

  static Replicas decide(@Nullable Scale asked, Found found, boolean force) {
    if (asked instanceof Scale.Fixed fixed) {
      return fixed(fixed.replicas(), found);
    }
    if (asked instanceof Scale.Autoscaling autoscaling) {
      return autoscaled(autoscaling.minReplicas(), autoscaling.maxReplicas(), found, force);
    }
    Integer kept = found.ownedByUs() ? found.count() : null;
    return new Replicas(
        kept, null, false, found.count() == 0 ? found.beforeStop() : BeforeStop.NOTHING);
  }

  /** A stopped app gets the number of pods back that it had; 1 if none is remembered. */
  static Replicas started(Found found) {
    return fixed(Objects.requireNonNullElse(found.beforeStop().replicas(), DEFAULT), found);
  }

  private static Replicas fixed(int wanted, Found found) {
    // While the autoscaler is deleted, the second manager keeps a zero that nobody else owns.
    boolean changes = found.count() != wanted || (wanted == 0 && found.autoscaled());
    boolean taken = found.heldAside() && !found.ownedByOthers() && changes;
    boolean owned = found.ownedByUs() || found.ownedByOthers() || found.heldAside();
    boolean contested =
        found.exists() && !owned && found.count() != DEFAULT && found.count() != wanted;
    return new Replicas(
        wanted,
        taken ? wanted : null,
        taken,
        wanted == 0 ? found.beforeStop() : BeforeStop.NOTHING,
        contested);
  }

  /** An autoscaler does not act on a stopped app, so the app is started first. */
  static Replicas autoscaled(int minReplicas, int maxReplicas, Found found, boolean force) {
    int from =
        found.count() > 0
            ? found.count()
            : Objects.requireNonNullElse(found.beforeStop().replicas(), minReplicas);
    int start = Math.min(Math.max(from, minReplicas), maxReplicas);
    boolean outside = found.count() != start && (found.count() == 0 || !found.ownedByOthers());
    boolean needed = found.ownedByUs() || outside;
    return new Replicas(
        null,
        needed ? start : null,
        needed && (force || !found.ownedByOthers()),
        BeforeStop.NOTHING);
  }
}
