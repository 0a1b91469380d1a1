// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;

/** The symbols of health: ✓ … ! ✕ –, drawn as shapes, so that they look the same in every font. */
final class Marks {
  private Marks() {}

  /** A disc with the symbol around a point. */
  static void disc(Svg svg, Health health, int x, int y) {
    svg.circle("rs-disc " + Tone.of(health).css(), x, y, 7);
    draw(svg, "rs-symbol", health, new Box(x - 9, y - 9, 18, 18));
  }

  /** The symbol alone in the middle of a box. */
  static void draw(Svg svg, String css, Health health, Box box) {
    int x = box.middleX() + (health == Health.WARNING ? 0 : -3);
    svg.path(css, "M", x, box.middleY() + offsetY(health), path(health));
  }

  private static String path(Health health) {
    return switch (health) {
      case OK -> "l2.2 2.6 4-5";
      case WAITING -> "h.01m3 0h.01m3 0h.01";
      case WARNING -> "v4m0 3v.01";
      case ERROR -> "l6 6m0-6l-6 6";
      case IDLE -> "h6";
    };
  }

  private static int offsetY(Health health) {
    return switch (health) {
      case OK, WAITING, IDLE -> 0;
      case WARNING -> -4;
      case ERROR -> -3;
    };
  }

  /** The symbol as a character. */
  static String character(Health health) {
    return switch (health) {
      case OK -> "✓";
      case WAITING -> "…";
      case WARNING -> "!";
      case ERROR -> "✕";
      case IDLE -> "–";
    };
  }
}
