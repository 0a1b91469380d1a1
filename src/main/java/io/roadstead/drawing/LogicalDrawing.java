// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Kind;
import java.util.List;

/**
 * The picture of a logical view: on the left the controllers of the pods, in the middle the pods by
 * version, on the right what sends traffic to them.
 */
final class LogicalDrawing {
  /** Space for lines between two columns. */
  static final int GAP = 60;

  private static final int MARGIN = 24;

  private static final List<String> HEADINGS =
      List.of("Controllers", "Versions", "Pods", "Traffic");

  private final LogicalView view;
  private final Block control;
  private final int controlWidth;
  private final Block versions;
  private final Block routing;
  private final Block legend;
  private final Header header;

  private LogicalDrawing(LogicalView view) {
    this.view = view;
    var ties = new Ties(view);
    var sides = new SideColumns(ties);
    this.control = sides.control();
    this.versions = new VersionRows(ties).block();
    this.routing = sides.routing();
    this.controlWidth = Math.max(control.width(), Type.HEADING.width(HEADINGS.get(0)));
    int width = controlWidth + versions.width() + routing.width() + 2 * GAP;
    boolean tiles = PodGroup.Density.of(ties.all(Kind.POD).size()) == PodGroup.Density.TILES;
    this.legend = new Stack(List.of(new TiesLegend(view, ties, width), new MarksLegend(tiles)), 10);
    String summary = LogicalWords.summary(view, ties);
    this.header =
        new Header(
            new Header.Facts(
                view.app(), view.state(), "Logical view", view.freshness(), view.omittedPods()),
            summary,
            width);
  }

  static String svg(LogicalView view) {
    return new LogicalDrawing(view).svg();
  }

  private String svg() {
    int height = 2 * MARGIN + header.height() + GAP + columnsHeight() + GAP / 2 + legend.height();
    var frame =
        new Frame(
            header.id(),
            header.title(),
            LogicalWords.description(view),
            header.width() + 2 * MARGIN,
            height);
    return Svg.document(frame, this::draw);
  }

  private int columnsHeight() {
    return Math.max(versions.height(), Math.max(control.height(), routing.height()));
  }

  private void draw(Svg svg) {
    header.draw(svg, MARGIN, MARGIN);
    int top = MARGIN + header.height() + GAP;
    int middle = MARGIN + controlWidth + GAP;
    int right = middle + versions.width() + GAP;
    headings(svg, top - 26, List.of(MARGIN, middle, right - GAP - PodGroup.WIDTH, right));
    centred(svg, control, MARGIN, top);
    centred(svg, versions, middle, top);
    centred(svg, routing, right, top);
    Edges.draw(svg, view.links());
    legend.draw(svg, MARGIN, top + columnsHeight() + GAP / 2);
  }

  private void centred(Svg svg, Block block, int x, int top) {
    block.draw(svg, x, top + (columnsHeight() - block.height()) / 2);
  }

  private static void headings(Svg svg, int y, List<Integer> lefts) {
    for (int i = 0; i < HEADINGS.size(); i++) {
      Line.of(Type.HEADING, Tone.MUTED, HEADINGS.get(i)).draw(svg, lefts.get(i), y, 220);
    }
  }
}
