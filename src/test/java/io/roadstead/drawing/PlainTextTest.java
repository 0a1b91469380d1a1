// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("one\ntwo\r\n\tthree", "one two three"),
        arguments("nul\0 bell\u0007", "nul bell"),
        arguments("\u202Egnp.exe\u202C", "gnp.exe"),
        arguments("lone \uD83D.", "lone ."),
        arguments("\uD83D\uDE80", "\uD83D\uDE80"),
        arguments("\uFFFE\uFFFF", ""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsWhatCanBeShown(String text, String shown) {
    assertThat(PlainText.line(text)).isEqualTo(shown);
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(PlainText.line("\uD83D\uDE80".repeat(9), 3)).isEqualTo("\uD83D\uDE80\uD83D\uDE80…");
  }
}
