// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The colors of all pictures, on light and on dark pages. */
enum Shade {
  PAGE("#ffffff", "#10161d"),
  PANEL("#f3f5f8", "#18202a"),
  CARD("#ffffff", "#212b37"),
  LINE("#c3ccd6", "#465363"),
  SOFT("#e1e6eb", "#2c3846"),
  INK("#1b2430", "#e9eef4"),
  MUTED("#55606d", "#a9b4c1"),
  FLOW("#0f7a4d", "#4fc98f"),
  OK("#1a6b34", "#66d487"),
  WAITING("#0b5cad", "#7db8ff"),
  WARNING("#7d5300", "#e6b84a"),
  ERROR("#b3201f", "#ff938c"),
  IDLE("#55606d", "#a9b4c1"),
  OK_TINT("#e2f4e7", "#183a27"),
  WAITING_TINT("#e2eefb", "#16324f"),
  WARNING_TINT("#faefd2", "#3b2f10"),
  ERROR_TINT("#fce6e5", "#482424"),
  IDLE_TINT("#eaedf1", "#2c3846");

  private static final Map<String, Shade> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Shade::word, Function.identity()));

  private final String light;
  private final String dark;

  Shade(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  String dark() {
    return dark;
  }

  /** Its name in {@link Style}, e.g. {@code ok-tint}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The shade with the given name; null when a value is not a color. */
  static @Nullable Shade of(String word) {
    return BY_WORD.get(word);
  }
}
