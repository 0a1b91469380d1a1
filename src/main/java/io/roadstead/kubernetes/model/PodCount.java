// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import org.jspecify.annotations.Nullable;

/**
 * The part of an app's number of pods that Roadstead sets.
 *
 * @param owned the number that the applying manager owns; null leaves the field to others
 * @param beforeStop what to remember while the app is stopped
 */
public record PodCount(@Nullable Integer owned, BeforeStop beforeStop) {
  /** Roadstead sets nothing. */
  public static final PodCount NONE = new PodCount(null, BeforeStop.NOTHING);
}
