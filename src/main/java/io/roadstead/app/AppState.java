// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** The state of an app as a whole. */
public enum AppState {
  /** A new version is being rolled out. */
  DEPLOYING,
  /** The version is rolled out; the number of pods is changing to the desired one. */
  SCALING,
  /** Everything is as desired. */
  READY,
  /** Pods serve, but not as desired: too few, or an old version while the new one fails. */
  DEGRADED,
  /**
   * No pod serves, and this is not ordinary progress. The reasons say why, and whether a change is
   * needed or the problem may resolve by itself.
   */
  FAILED,
  /** Zero replicas are desired, and none are left. */
  STOPPED,
  /** The app is being deleted. */
  DELETING
}
