// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** How certain the recognition of a system is. */
public enum Confidence {
  /** The configuration names the system. */
  CONFIGURED,
  /** The cluster has a mark that is unique to this system. */
  HIGH,
  /** Several signs agree, none of which is sufficient alone. */
  MEDIUM,
  /** Nothing shows which system it is. */
  NONE
}
