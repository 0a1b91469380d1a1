// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** The state of an app as a whole. */
public enum AppState {
  /** A new version is being rolled out. */
  DEPLOYING,
  /** The version is rolled out; the number of pods is on its way to the one asked for. */
  SCALING,
  /** Everything is as asked. */
  READY,
  /** Pods serve, but not as asked: too few, or an old version while the new one fails. */
  DEGRADED,
  /**
   * No pod serves, and this is not ordinary progress. The reasons say why, and whether somebody
   * must change something or it may pass by itself.
   */
  FAILED,
  /** Zero replicas are asked for, and none are left. */
  STOPPED,
  /** The app is being deleted. */
  DELETING
}
