// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box with lines of text and, below them, its content. */
final class Panel implements Block {
  private static final int GAP = 8;
  private static final int RADIUS = 6;

  private final Look look;
  private final int width;
  private final int height;
  private final List<Line> lines;
  private final @Nullable Block body;

  private Panel(Look look, List<Line> lines, @Nullable Block body, Box size) {
    this.look = look;
    this.lines = List.copyOf(lines);
    this.body = body;
    this.width = size.width();
    this.height = size.height();
  }

  /** A panel of the given width with text only. */
  static Panel of(Look look, int width, List<Line> lines) {
    return new Panel(look, lines, null, new Box(0, 0, width, heightOf(look, lines, null)));
  }

  /** A panel as wide as its content. */
  static Panel around(Look look, List<Line> lines, Block body) {
    int width = look.left() + body.width() + look.padding();
    return new Panel(look, lines, body, new Box(0, 0, width, heightOf(look, lines, body)));
  }

  private static int heightOf(Look look, List<Line> lines, @Nullable Block body) {
    int text = lines.stream().mapToInt(Line::height).sum();
    int gap = lines.isEmpty() || body == null ? 0 : GAP;
    return 2 * look.padding() + text + gap + (body == null ? 0 : body.height());
  }

  /** The same with a minimum height in pixels. */
  Panel stretched(int least) {
    return new Panel(look, lines, body, new Box(0, 0, width, Math.max(height, least)));
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    var box = new Box(x, y, width, height);
    look.names().forEach(name -> svg.remember(name, box));
    svg.group(look.group(), look.tooltip());
    svg.rect(box, look.padding() < 6 ? 4 : RADIUS, look.box());
    int top = y + look.padding();
    int room = Math.min(look.lineWidth(), width - look.left() - look.padding());
    for (Line line : lines) {
      line.draw(svg, x + look.left(), top, room);
      top += line.height();
    }
    if (body != null) {
      body.draw(svg, x + look.left(), lines.isEmpty() ? top : top + GAP);
    }
    svg.close();
  }
}
