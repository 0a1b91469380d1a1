// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Arithmetic on IPv4 addresses. */
public final class Addresses {
  private static final int PARTS = 4;

  private Addresses() {}

  /** The address at an offset from the given one. */
  public static String plus(String address, long steps) {
    long wanted = number(address) + steps;
    return IntStream.range(0, PARTS)
        .mapToObj(part -> Long.toString(wanted >>> (24 - 8 * part) & 0xff))
        .collect(Collectors.joining("."));
  }

  /** The offset of the other address from the first one; negative when it comes before. */
  public static long between(String first, String other) {
    return number(other) - number(first);
  }

  private static long number(String address) {
    return Arrays.stream(address.split("\\."))
        .mapToLong(Long::parseLong)
        .reduce(0, (whole, part) -> whole << 8 | part);
  }
}
