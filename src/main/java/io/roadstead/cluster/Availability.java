// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Whether a cluster has a capability. */
public enum Availability {
  /** It comes with the system. */
  BUILT_IN,
  /** It was added, and detected. */
  INSTALLED,
  /** The cluster does not have it. */
  NONE,
  /** Roadstead cannot tell. */
  UNKNOWN
}
