// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * A change of an app's spec. It is applied to the spec that the app has when it is written, and
 * again when another client wrote in between; so it is idempotent.
 */
public interface SpecChange {
  /**
   * The changed spec, valid as for a deploy; INVALID_ARGUMENT with every violation otherwise.
   *
   * @param found the spec that the app has
   */
  Result applyTo(AppSpec found);

  /** Whether the number of pods is left to its owner. */
  boolean keepsScale();

  /**
   * The result of a change.
   *
   * @param spec the spec to deploy; scale and exposure are null when they stay as they are
   * @param unexposed whether the exposure is removed
   */
  record Result(AppSpec spec, boolean unexposed) {}
}
