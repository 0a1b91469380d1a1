// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** Warns of sizes that are not whole bytes, such as {@code 128m}. */
final class Fractions {
  private Fractions() {}

  static void check(String list, JsonNode amounts, String resource, List<String> warnings) {
    String size = amounts.path(resource).asText("");
    if (!size.isEmpty() && isFractional(size)) {
      warnings.add(
          "%s[%s]: fractional byte value \"%s\" is invalid, must be an integer"
              .formatted(list, resource, size));
    }
  }

  private static boolean isFractional(String size) {
    return Quantity.parse(size).getNumericalAmount().stripTrailingZeros().scale() > 0;
  }
}
