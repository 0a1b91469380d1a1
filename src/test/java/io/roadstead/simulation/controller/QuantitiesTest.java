// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({"100m, 100", "1, 1000", "0.5, 500", "1.5, 1500", "1u, 1", "'', 0"})
  void readsThousandths(String text, long millis) {
    assertThat(Quantities.millis(TextNode.valueOf(text))).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"1Ki, 1024", "64Mi, 67108864", "1.5Gi, 1610612736", "1k, 1000", "1e3, 1000"})
  void readsWholeUnits(String text, long units) {
    assertThat(Quantities.units(TextNode.valueOf(text))).isEqualTo(units);
  }
}
