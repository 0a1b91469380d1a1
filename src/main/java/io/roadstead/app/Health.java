// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** How a part of an app is doing, as a view marks it. */
public enum Health {
  /** It does what it is there for. */
  OK,
  /** It is on its way; nothing is known to be wrong. */
  WAITING,
  /** It serves less well than asked. */
  WARNING,
  /** It does not work; the reason says why. */
  ERROR,
  /** It is not in use: an old version, or an app at zero. */
  IDLE
}
