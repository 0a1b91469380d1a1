// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Where a text that is too long is cut. */
enum Cut {
  /** At the end; for sentences. */
  END,
  /** In the middle; for names with information at both ends. */
  MIDDLE,
  /** At the start; for names that differ at the end. */
  START
}
