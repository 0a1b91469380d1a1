// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a physical view: the entry point at the top, below it zones, nodes, pods and
 * containers, and at the bottom the spread of the pods.
 */
final class PhysicalDrawing {
  private static final int MARGIN = 24;
  private static final int LEAST_WIDTH = 760;
  private static final int GAP = 18;

  private final PhysicalView view;
  private final Header header;
  private final List<Block> parts = new ArrayList<>();
  private final int width;

  private PhysicalDrawing(PhysicalView view) {
    this.view = view;
    NodePanels.Density density = density(view);
    Block zones = new Zones(view.zones(), density).block();
    this.width = Math.max(LEAST_WIDTH, zones.width());
    this.header =
        new Header(
            new Header.Facts(
                view.app(), view.state(), "Physical view", view.freshness(), view.omittedPods()),
            PhysicalWords.summary(view),
            width);
    parts.add(WayIn.of(view.exposure()));
    parts.add(zones);
    if (!view.unscheduled().isEmpty()) {
      parts.add(unscheduled(density));
    }
    if (view.otherNodes() > 0) {
      parts.add(others());
    }
    parts.add(Footing.of(view, width));
    parts.add(new MarksLegend(density.compareTo(NodePanels.Density.TILES) >= 0));
  }

  private static NodePanels.Density density(PhysicalView view) {
    List<Node> nodes = view.zones().stream().map(Zone::nodes).flatMap(List::stream).toList();
    int most = nodes.stream().mapToInt(node -> node.pods().size()).max().orElse(0);
    return NodePanels.Density.of(nodes.size(), PhysicalWords.pods(view).size(), most);
  }

  private Panel unscheduled(NodePanels.Density density) {
    Block pods = new NodePanels(density).waiting(view.unscheduled(), width - 2 * GAP);
    Look look =
        Look.of("rs-unscheduled", "rs-panel rs-foreign").inset(GAP, 12).lineWidth(width - 2 * GAP);
    return Panel.around(
        look,
        List.of(
            Line.of(Type.HEADING, Tone.INK, "No node yet"),
            Line.of(Type.SMALL, Tone.MUTED, PhysicalWords.unscheduled(view))),
        pods);
  }

  private Block others() {
    Look look = Look.of("rs-others", "rs-bare").inset(0, 0);
    String text = PhysicalWords.others(view);
    return Panel.of(look, width, List.of(Line.of(Type.SMALL, Tone.MUTED, text)));
  }

  static String svg(PhysicalView view) {
    return new PhysicalDrawing(view).svg();
  }

  private String svg() {
    int height = 2 * MARGIN + header.height() + Zones.BUS;
    height += new Stack(parts, GAP).height();
    var frame =
        new Frame(
            header.id(),
            header.title(),
            PhysicalWords.description(view),
            width + 2 * MARGIN,
            height);
    return Svg.document(frame, this::draw);
  }

  private void draw(Svg svg) {
    header.draw(svg, MARGIN, MARGIN);
    int top = MARGIN + header.height() + GAP;
    for (Block part : parts) {
      boolean centred = parts.indexOf(part) < 2;
      part.draw(svg, centred ? MARGIN + (width - part.width()) / 2 : MARGIN, top);
      top += part.height() + (parts.indexOf(part) == 0 ? Zones.BUS : GAP);
    }
    new TrafficLines(view, svg).draw();
  }
}
