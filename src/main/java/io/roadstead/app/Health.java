// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.app.PhysicalView.WarningCode;
import io.roadstead.cluster.ExposureState;

/** The health of a part of an app in a view. Each state maps to one health in all views. */
public enum Health {
  /** It works. */
  OK,
  /** It is in progress; nothing is known to be wrong. */
  WAITING,
  /** It works, but not as desired. */
  WARNING,
  /** It does not work; the reason says why. */
  ERROR,
  /**
   * It is not in use: an old version, an app with zero replicas, or an object that is being
   * deleted.
   */
  IDLE;

  /** The health of an app as a whole. */
  public static Health of(AppState state) {
    return switch (state) {
      case READY -> OK;
      case DEPLOYING, SCALING -> WAITING;
      case DEGRADED -> WARNING;
      case FAILED -> ERROR;
      case STOPPED, DELETING -> IDLE;
    };
  }

  /** The health of an app's exposure. */
  public static Health of(ExposureState state) {
    return switch (state) {
      case NOT_EXPOSED, UNEXPOSING -> IDLE;
      case REQUESTED, PROVISIONING -> WAITING;
      case NO_PROVIDER, NO_READY_BACKENDS -> WARNING;
      case PROVISIONING_FAILED -> ERROR;
      case ADDRESSED, REACHABLE -> OK;
    };
  }

  /** How serious a risk is. */
  public static Health of(WarningCode code) {
    return switch (code) {
      case NODE_NOT_READY -> ERROR;
      case SINGLE_REPLICA, ALL_ON_ONE_NODE, ALL_IN_ONE_ZONE, NO_READINESS_PROBE -> WARNING;
    };
  }
}
