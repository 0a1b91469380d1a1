// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Who keeps a cluster running. */
public enum ClusterKind {
  /** It runs on a developer's machine. */
  LOCAL,
  /** Its users installed it themselves, on whatever machines. */
  SELF_MANAGED,
  /** A cloud runs its control plane. */
  MANAGED,
  /** Not known. */
  UNKNOWN
}
