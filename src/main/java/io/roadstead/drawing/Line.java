// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import org.jspecify.annotations.Nullable;

/**
 * One line of a panel.
 *
 * @param type the text's style
 * @param tone the text's color
 * @param text the text
 * @param cut where a text that is too long is cut
 * @param mark a health to show before the text, or null
 * @param end a short text at the other end of the line; may be empty
 * @param endTone its color
 */
record Line(
    Type type, Tone tone, String text, Cut cut, @Nullable Health mark, String end, Tone endTone) {
  private static final int MARK_WIDTH = 20;
  private static final int GAP = 8;

  static Line of(Type type, Tone tone, String text) {
    return new Line(type, tone, text, Cut.END, null, "", Tone.MUTED);
  }

  Line cut(Cut where) {
    return new Line(type, tone, text, where, mark, end, endTone);
  }

  Line mark(Health health) {
    return new Line(type, tone, text, cut, health, end, endTone);
  }

  Line end(Tone endsTone, String ends) {
    return new Line(type, tone, text, cut, mark, ends, endsTone);
  }

  int height() {
    return type.lineHeight();
  }

  void draw(Svg svg, int x, int y, int width) {
    int left = x;
    if (mark != null) {
      Marks.disc(svg, mark, x + 7, y + height() / 2);
      left += MARK_WIDTH;
    }
    int endWidth = end.isEmpty() ? 0 : Math.min(Type.SMALL.width(end), width * 2 / 3);
    int room = width - (left - x) - (end.isEmpty() ? 0 : endWidth + GAP);
    svg.text(new Label(type, tone, text, room, cut), left, y + type.baseline());
    svg.textBefore(
        new Label(Type.SMALL, endTone, end, endWidth, Cut.END), x + width, y + type.baseline());
  }
}
