// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Text is legible on every ground that it is drawn on: WCAG AA, 4.5 to 1, light and dark. */
final class StyleTest {
  private static final List<Shade> GROUNDS = List.of(Shade.PAGE, Shade.PANEL, Shade.CARD);
  private static final List<String> HEALTHS = List.of("ok", "waiting", "warning", "error", "idle");

  @Test
  void readsOnLightPages() {
    check(Shade::light);
  }

  @Test
  void readsOnDarkPages() {
    check(Shade::dark);
  }

  @Test
  void drawsInLightColorsWithoutAStyleSheet() {
    assertThat(Style.attributes("rect", "rs-card rs-error rs-foreign"))
        .containsEntry("fill", "#ffffff")
        .containsEntry("stroke", "#b3201f")
        .containsEntry("stroke-dasharray", "5 4");
    assertThat(Style.attributes("text", "rs-code rs-muted rs-end"))
        .containsEntry("fill", "#55606d")
        .containsEntry("font-family", "monospace")
        .containsEntry("text-anchor", "end");
  }

  @Test
  void changesColorsOnDarkPagesOnly() {
    String light = Style.CSS.substring(0, Style.CSS.indexOf("@media"));
    String dark = Style.CSS.substring(Style.CSS.indexOf("@media"));

    assertThat(light).doesNotContain("#").doesNotContain("fill").doesNotContain("var(");
    assertThat(dark)
        .startsWith("@media (prefers-color-scheme:dark){")
        .contains(".rs-card{fill:#212b37;stroke:#465363}", ".rs-card.rs-error{stroke:#ff938c}")
        .doesNotContain("var(");
    for (Shade shade : Shade.values()) {
      assertThat(dark).contains(shade.dark());
    }
  }

  private static void check(Function<Shade, String> colors) {
    for (Shade ground : GROUNDS) {
      for (Shade word : List.of(Shade.INK, Shade.MUTED, Shade.FLOW)) {
        assertContrast(colors, word, ground);
      }
    }
    for (String health : HEALTHS) {
      Shade shade = Objects.requireNonNull(Shade.of(health));
      GROUNDS.forEach(ground -> assertContrast(colors, shade, ground));
      assertContrast(colors, shade, Objects.requireNonNull(Shade.of(health + "-tint")));
      assertContrast(colors, Shade.CARD, shade);
    }
  }

  private static void assertContrast(Function<Shade, String> colors, Shade word, Shade ground) {
    double a = luminance(Integer.parseInt(colors.apply(word).substring(1), 16));
    double b = luminance(Integer.parseInt(colors.apply(ground).substring(1), 16));
    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
        .as("%s on %s", word, ground)
        .isGreaterThanOrEqualTo(4.5);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16)
        + 0.7152 * linear(color >> 8 & 0xFF)
        + 0.0722 * linear(color & 0xFF);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
