// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;

/** The symbols of health: ✓ … ! ✕ –, drawn, so that they look alike in every font. */
final class Marks {
  private Marks() {}

  /** The symbol as path data that follow a move to where it starts. */
  static String path(Health health) {
    return switch (health) {
      case OK -> "l2.2 2.6 4-5";
      case WAITING -> "h.01m3 0h.01m3 0h.01";
      case WARNING -> "v4m0 3v.01";
      case ERROR -> "l6 6m0-6l-6 6";
      case IDLE -> "h6";
    };
  }

  /** How far from its middle a symbol starts. */
  static int offsetX(Health health) {
    return health == Health.WARNING ? 0 : -3;
  }

  /** How far from its middle a symbol starts. */
  static int offsetY(Health health) {
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
