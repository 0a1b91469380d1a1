// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads the quantities of stored objects as whole numbers: 250m, 0.5, 64Mi, 1e3. */
final class Quantities {
  private Quantities() {}

  /** Thousandths, rounded up; 0 for a missing quantity. */
  static long millis(JsonNode quantity) {
    return whole(amount(quantity).movePointRight(3));
  }

  /** Whole units, rounded up; 0 for a missing quantity. */
  static long units(JsonNode quantity) {
    return whole(amount(quantity));
  }

  private static BigDecimal amount(JsonNode quantity) {
    String text = quantity.asText();
    return text.isEmpty() ? BigDecimal.ZERO : Quantity.parse(text).getNumericalAmount();
  }

  private static long whole(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.CEILING).longValue();
  }
}
