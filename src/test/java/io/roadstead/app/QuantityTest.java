// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100m, 0.1",
    "0.5, 0.5",
    ".5, 0.5",
    "1., 1",
    "+2, 2",
    "64Mi, 67108864",
    "1Ki, 1024",
    "1k, 1000",
    "1G, 1000000000",
    "1e3, 1000",
    "1E3, 1000",
    "1E, 1000000000000000000",
    "5n, 0.000000005",
    "2Ei, 2305843009213693952",
    "1e-3, 0.001"
  })
  void readsTheAmount(String text, BigDecimal amount) {
    assertThat(Quantity.isValid(text)).isTrue();
    assertThat(new Quantity(text).amount()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1 Gi", "1gi", "Mi", "1e", "1e100", "0x10", "NaN", "1,5", "1Kb", "١"})
  void refusesOtherNotations(String text) {
    assertThat(Quantity.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"100m, 0.1, 0", "1Gi, 1G, 1", "500m, 1, -1"})
  void comparesAcrossNotations(String left, String right, int sign) {
    assertThat(Integer.signum(new Quantity(left).compareTo(new Quantity(right)))).isEqualTo(sign);
  }
}
