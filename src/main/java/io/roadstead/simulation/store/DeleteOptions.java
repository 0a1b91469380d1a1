// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import org.jspecify.annotations.Nullable;

/**
 * The options of a delete.
 *
 * @param gracePeriodSeconds 0 removes a pod at once; null leaves the choice to the pod's spec
 * @param uid precondition: the object must still have this uid
 * @param resourceVersion precondition: the object must not have changed since
 */
public record DeleteOptions(
    Propagation propagation,
    @Nullable Long gracePeriodSeconds,
    @Nullable String uid,
    @Nullable String resourceVersion,
    boolean dryRun) {

  /** What happens to the objects that name the deleted one as their owner. */
  public enum Propagation {
    /** The owner is deleted first, its dependents afterwards. */
    BACKGROUND,
    /** The owner is marked and kept until the dependents that block its deletion are gone. */
    FOREGROUND,
    /** The dependents are kept and lose their owner reference. */
    ORPHAN
  }

  /** The default of the real server for the kinds served here. */
  public static DeleteOptions background() {
    return new DeleteOptions(Propagation.BACKGROUND, null, null, null, false);
  }

  /** Removes a pod permanently, as a kubelet does once its containers have stopped. */
  public static DeleteOptions now() {
    return new DeleteOptions(Propagation.BACKGROUND, 0L, null, null, false);
  }

  /** The same with another propagation policy. */
  public DeleteOptions with(Propagation other) {
    return new DeleteOptions(other, gracePeriodSeconds, uid, resourceVersion, dryRun);
  }
}
