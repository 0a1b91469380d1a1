// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

/** The system properties that change which apps are generated. */
final class Settings {
  private static final long SEED = 1;

  private Settings() {}

  /** {@code roadstead.lossless.seed}: the seed of the first app; the next ones follow it. */
  static long seed() {
    return Long.getLong("roadstead.lossless.seed", SEED);
  }

  /** {@code roadstead.lossless.cases}: how many apps each property is checked on. */
  static int cases(int usual) {
    return Integer.getInteger("roadstead.lossless.cases", usual);
  }
}
