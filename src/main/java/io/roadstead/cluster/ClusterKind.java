// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Who operates a cluster. */
public enum ClusterKind {
  /** It runs on a developer's machine. */
  LOCAL,
  /** Its users installed it on machines of their choice. */
  SELF_MANAGED,
  /** A cloud runs its control plane. */
  MANAGED,
  /** Unknown. */
  UNKNOWN
}
