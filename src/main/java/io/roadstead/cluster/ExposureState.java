// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** How far the exposure of an app has come. */
public enum ExposureState {
  /** The app is not exposed. */
  NOT_EXPOSED,
  /** Asked for; nothing has taken it up yet. */
  REQUESTED,
  /** Nothing in this cluster provides what was asked for, e.g. no load balancer. */
  NO_PROVIDER,
  /** The provider works on it. */
  PROVISIONING,
  /** The provider reports a failure; it may try again. */
  PROVISIONING_FAILED,
  /** It has an address; whether it answers has not been tried. */
  ADDRESSED,
  /** It has an address, but no ready pod stands behind it. */
  NO_READY_BACKENDS,
  /** It was tried and answers. */
  REACHABLE
}
