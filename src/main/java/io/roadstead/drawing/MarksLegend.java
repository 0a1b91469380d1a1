// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;

/** The legend of the symbols. */
record MarksLegend(boolean withTiles) implements Block {
  private static final int GAP = 22;

  @Override
  public int width() {
    int width = 0;
    for (Health health : Health.values()) {
      width += 20 + Type.SMALL.width(Words.of(health)) + GAP;
    }
    return width + (withTiles ? 26 + Type.SMALL.width("gets traffic") : -GAP);
  }

  @Override
  public int height() {
    return 18;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int left = x;
    for (Health health : Health.values()) {
      Marks.disc(svg, health, left + 7, y + 9);
      left = word(svg, Words.of(health), left + 20, y) + GAP;
    }
    if (withTiles) {
      svg.rect(new Box(left, y + 8, 12, 3), 1, "rs-underline");
      word(svg, "gets traffic", left + 18, y);
    }
  }

  private static int word(Svg svg, String word, int x, int y) {
    int width = Type.SMALL.width(word);
    svg.text(new Label(Type.SMALL, Tone.MUTED, word, width, Cut.END), x, y + 13);
    return x + width;
  }
}
