// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** How sure the recognition of a system is. */
public enum Confidence {
  /** The configuration says it; nothing was looked at. */
  CONFIGURED,
  /** The cluster bears a mark that only this system leaves. */
  HIGH,
  /** Several signs agree, none of which would be enough alone. */
  MEDIUM,
  /** Nothing says which system it is. */
  NONE
}
