// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Whether a cluster can do something. */
public enum Availability {
  /** It comes with the system. */
  BUILT_IN,
  /** It was added, and was seen. */
  INSTALLED,
  /** There is none. */
  NONE,
  /** It can't be told. */
  UNKNOWN
}
