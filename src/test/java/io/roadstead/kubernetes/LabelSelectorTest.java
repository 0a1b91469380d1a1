// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelSelectorTest {
  private static final Map<String, String> LABELS =
      Map.of("team", "web", "tier", "front", "acme.io/cost-centre", "42", "empty", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team=web | true",
        "team==web | true",
        "team = web | true",
        "team=db | false",
        "team!=db | true",
        "team!=web | false",
        "absent!=web | true",
        "team in (db, web) | true",
        "team in (db) | false",
        "team notin (db,cache) | true",
        "team notin (db,web) | false",
        "absent notin (a) | true",
        "team | true",
        "absent | false",
        "!absent | true",
        "!team | false",
        "empty= | true",
        "acme.io/cost-centre=42 | true",
        "team=web,tier=front | true",
        "team=web,tier!=front | false",
        "team in (web,db),tier in (front,back),!absent | true",
      })
  void matchesAsKubernetesDoes(String selector, boolean expected) {
    assertThat(LabelSelector.parse(selector).matches(LABELS)).isEqualTo(expected);
  }

  @Test
  void matchesEverythingWithoutAFilter() {
    assertThat(LabelSelector.parse(null).matches(Map.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "team=web,",
        "=web",
        "!",
        "team in web",
        "team in (web",
        "team in (web))",
        "team~web",
        "team=we b",
        "-team=web",
        "a/b/c=d",
        "team>3",
      })
  void refusesMalformedFilters(String selector) {
    assertThatThrownBy(() -> LabelSelector.parse(selector))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.details().violations().get(0).field()).isEqualTo("filter");
            });
  }

  @Test
  void refusesAFilterWithoutEndQuickly() {
    assertThatThrownBy(() -> LabelSelector.parse("a,".repeat(100_000)))
        .isInstanceOf(AppException.class);
    assertThatThrownBy(() -> LabelSelector.parse("(".repeat(2_000)))
        .isInstanceOf(AppException.class);
  }
}
