// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Text reads on every ground it stands on: WCAG AA, 4.5 to 1, by light and by dark. */
final class StyleTest {
  private static final Pattern COLOUR = Pattern.compile("--rs-([a-z-]+):#([0-9a-f]{6})");
  private static final List<String> GROUNDS = List.of("page", "panel", "card");
  private static final List<String> WORDS =
      List.of("ink", "muted", "flow", "ok", "waiting", "warning", "error", "idle");
  private static final List<String> HEALTHS = List.of("ok", "waiting", "warning", "error", "idle");

  @Test
  void readsOnLightPages() {
    check(colours(Style.CSS.substring(0, Style.CSS.indexOf("@media"))));
  }

  @Test
  void readsOnDarkPages() {
    check(colours(Style.CSS.substring(Style.CSS.indexOf("@media"))));
  }

  private static void check(Map<String, Integer> colours) {
    for (String ground : GROUNDS) {
      for (String word : WORDS) {
        assertContrast(colours, word, ground);
      }
    }
    for (String health : HEALTHS) {
      assertContrast(colours, health, health + "-tint");
      assertContrast(colours, "card", health);
    }
  }

  private static void assertContrast(Map<String, Integer> colours, String word, String ground) {
    double a = luminance(colours.getOrDefault(word, 0));
    double b = luminance(colours.getOrDefault(ground, 0));
    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
        .as("%s on %s", word, ground)
        .isGreaterThanOrEqualTo(4.5);
  }

  private static Map<String, Integer> colours(String css) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xFF)
        + 0.0722 * linear(colour & 0xFF);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
