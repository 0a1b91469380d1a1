// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import java.util.List;

/** Many pods as small squares; a line below a square means that the pod receives traffic. */
final class Tiles implements Block {
  private static final int SIDE = 18;
  private static final int PITCH_X = 23;
  private static final int PITCH_Y = 27;

  /** One pod. */
  record Tile(Health health, boolean getsTraffic, String tooltip) {}

  private final List<Tile> tiles;
  private final int width;

  Tiles(List<Tile> tiles, int width) {
    this.tiles = List.copyOf(tiles);
    this.width = width;
  }

  private int perRow() {
    return Math.max(1, (width + PITCH_X - SIDE) / PITCH_X);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return (tiles.size() + perRow() - 1) / perRow() * PITCH_Y;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    for (int i = 0; i < tiles.size(); i++) {
      draw(svg, tiles.get(i), x + i % perRow() * PITCH_X, y + i / perRow() * PITCH_Y);
    }
  }

  private static void draw(Svg svg, Tile tile, int x, int y) {
    String tone = Tone.of(tile.health()).css();
    svg.group("rs-pod", tile.tooltip());
    svg.rect(new Box(x, y, SIDE, SIDE), 4, "rs-tile " + tone);
    Marks.draw(svg, "rs-sign " + tone, tile.health(), new Box(x, y, SIDE, SIDE));
    if (tile.getsTraffic()) {
      svg.rect(new Box(x + 3, y + SIDE + 2, SIDE - 6, 3), 1, "rs-underline");
    }
    svg.close();
  }
}
