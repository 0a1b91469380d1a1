// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;

/** The color of a text or a line; {@link Style} has its values. */
enum Tone {
  INK("rs-ink"),
  MUTED("rs-muted"),
  FLOW("rs-flow"),
  OK("rs-ok"),
  WAITING("rs-waiting"),
  WARNING("rs-warning"),
  ERROR("rs-error"),
  IDLE("rs-idle");

  private final String css;

  Tone(String css) {
    this.css = css;
  }

  String css() {
    return css;
  }

  static Tone of(Health health) {
    return switch (health) {
      case OK -> OK;
      case WAITING -> WAITING;
      case WARNING -> WARNING;
      case ERROR -> ERROR;
      case IDLE -> IDLE;
    };
  }
}
