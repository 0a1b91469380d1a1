// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import org.jspecify.annotations.Nullable;

/** Reads numbers that anybody may have written. */
final class Numbers {
  private Numbers() {}

  /** The number, or 0 when there is none. */
  static long parse(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
