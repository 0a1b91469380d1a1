// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.ArrayList;
import java.util.List;

/** Panels side by side, in as many rows as they need; those of one row are equally high. */
final class Shelf implements Block {
  private final List<List<Panel>> rows = new ArrayList<>();
  private final int gapX;
  private final int gapY;

  Shelf(List<Panel> panels, int mostWidth, int gapX, int gapY) {
    this.gapX = gapX;
    this.gapY = gapY;
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
      rows.add(row.stream().map(panel -> panel.stretched(height)).toList());
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
