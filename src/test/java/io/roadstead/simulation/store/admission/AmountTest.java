// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource({
    "1000m, 1", "0.5, 500m", "1500m, 1500m", "1, 1", "1024Mi, 1Gi", "0.5Gi, 512Mi", "1000, 1k",
    "1500, 1500", "128974848, 128974848", "1e3, 1k", "0, 0", "0m, 0", "100M, 100M", "-2, -2",
    "1Ki, 1Ki", "512, 512", "0.1, 100m", "1.5Gi, 1536Mi", "3E, 3E"
  })
  void spellsAmountsAsTheServerKeepsThem(String text, String canonical) {
    assertThat(Amount.parse(text).orElseThrow().canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1 Gi", "1gi", "--1", "1mm", ".", "\u0663", "1K", "e5", "1..2"})
  void refusesOtherTexts(String text) {
    assertThat(Amount.parse(text)).isEmpty();
  }
}
