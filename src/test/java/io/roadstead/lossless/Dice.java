// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.util.List;
import java.util.SplittableRandom;

/** The randomness of one generated app: the same seed gives the same app. */
final class Dice {
  private final SplittableRandom random;
  private int names;
  private int nodePort;

  Dice(long seed) {
    nodePort = NodePorts.first(seed);
    // Neighbouring seeds give unrelated numbers.
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 17);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A name that this app has only once, valid as a DNS label of at most 15 characters. */
  String name(String prefix) {
    return prefix + "-" + number();
  }

  /** A node port that no other app has at the same time. */
  int nodePort() {
    return nodePort++;
  }

  /** A number that this app has only once, from 1 on. */
  int number() {
    return ++names;
  }
}
