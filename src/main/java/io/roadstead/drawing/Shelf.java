// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.ArrayList;
import java.util.List;

/** Panels side by side, in as many rows as they need. */
final class Shelf implements Block {
  private final List<List<Panel>> rows = new ArrayList<>();
  private final int gapX;
  private final int gapY;
  private final boolean level;

  /** Panels of their own heights. */
  static Shelf of(List<Panel> panels, int mostWidth, int gapX, int gapY) {
    return new Shelf(panels, mostWidth, new Box(0, 0, gapX, gapY), false);
  }

  /** Panels that are as high as the highest of their row. */
  static Shelf level(List<Panel> panels, int mostWidth, int gapX, int gapY) {
    return new Shelf(panels, mostWidth, new Box(0, 0, gapX, gapY), true);
  }

  private Shelf(List<Panel> panels, int mostWidth, Box gap, boolean level) {
    this.gapX = gap.width();
    this.gapY = gap.height();
    this.level = level;
    List<Panel> row = new ArrayList<>();
    for (Panel panel : panels) {
      if (!row.isEmpty() && widthOf(row) + gapX + panel.width() > mostWidth) {
        add(row);
        row = new ArrayList<>();
      }
      row.add(panel);
    }
    add(row);
  }

  private void add(List<Panel> row) {
    int height = heightOf(row);
    if (height > 0) {
      rows.add(row.stream().map(panel -> level ? panel.stretched(height) : panel).toList());
    }
  }

  private int widthOf(List<Panel> row) {
    return row.stream().mapToInt(Panel::width).sum() + (row.size() - 1) * gapX;
  }

  private static int heightOf(List<Panel> row) {
    return row.stream().mapToInt(Panel::height).max().orElse(0);
  }

  @Override
  public int width() {
    return rows.stream().mapToInt(this::widthOf).max().orElse(0);
  }

  @Override
  public int height() {
    int gaps = Math.max(0, rows.size() - 1) * gapY;
    return gaps + rows.stream().mapToInt(Shelf::heightOf).sum();
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int top = y;
    for (List<Panel> row : rows) {
      int left = x;
      for (Panel panel : row) {
        panel.draw(svg, left, top);
        left += panel.width() + gapX;
      }
      top += heightOf(row) + gapY;
    }
  }
}
