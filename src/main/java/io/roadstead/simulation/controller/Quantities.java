// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Reads Kubernetes quantities such as 250m, 0.5, 64Mi, 1e3. */
final class Quantities {
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

  private Quantities() {}

  /** Thousandths, rounded up; 0 for a missing quantity. */
  static long millis(JsonNode quantity) {
    return parse(quantity).movePointRight(3).setScale(0, RoundingMode.CEILING).longValue();
  }

  /** Whole units, rounded up; 0 for a missing quantity. */
  static long units(JsonNode quantity) {
    return parse(quantity).setScale(0, RoundingMode.CEILING).longValue();
  }

  private static BigDecimal parse(JsonNode quantity) {
    String text = quantity.asText().trim();
    if (text.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    BigDecimal factor = SUFFIXES.getOrDefault(text.substring(end), BigDecimal.ONE);
    return new BigDecimal(text.substring(0, end)).multiply(factor);
  }
}
