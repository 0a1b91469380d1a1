// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Where a text that is too long loses letters. */
enum Cut {
  /** The end: sentences. */
  END,
  /** The middle: names whose both ends tell something. */
  MIDDLE,
  /** The start: names whose end tells them apart. */
  START
}
