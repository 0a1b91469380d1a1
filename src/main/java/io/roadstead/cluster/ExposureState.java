// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** The progress of an app's exposure. */
public enum ExposureState {
  /** The app is not exposed. */
  NOT_EXPOSED,
  /** Requested; no controller has picked it up yet. */
  REQUESTED,
  /** Nothing in this cluster provides what was requested, such as a load balancer. */
  NO_PROVIDER,
  /** A controller is working on it. */
  PROVISIONING,
  /** The controller reports a failure; it may retry. */
  PROVISIONING_FAILED,
  /** It has an address that has not been tried. */
  ADDRESSED,
  /** It has an address, but no pod behind it is ready. */
  NO_READY_BACKENDS,
  /** It was tried, and responds. */
  REACHABLE,
  /** Its Service is being deleted, and something still holds it. */
  UNEXPOSING
}
