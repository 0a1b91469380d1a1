// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The lines from the entry point to the pods that receive traffic, or to their nodes when there are
 * many. They run above the zones and in the gutters left of the nodes, so that they do not cross
 * boxes.
 */
final class TrafficLines {
  private static final int MARGIN = 12;
  private static final int CURVE = 6;

  private final PhysicalView view;
  private final Svg svg;
  private final String css;

  TrafficLines(PhysicalView view, Svg svg) {
    this.view = view;
    this.svg = svg;
    this.css = "rs-edge rs-flow" + (view.exposure().rung() == null ? " rs-dashed" : "");
  }

  void draw() {
    Box source = Objects.requireNonNull(svg.places().get(WayIn.NAME));
    Map<Integer, Map<Integer, List<Box>>> rows = new TreeMap<>();
    for (Zone zone : view.zones()) {
      Box region = Objects.requireNonNull(svg.places().get(Zones.name(zone)));
      zone.nodes().forEach(node -> collect(node, region, rows));
    }
    rows.forEach((top, columns) -> row(source, top - Zones.BUS / 2, columns));
  }

  private void collect(Node node, Box region, Map<Integer, Map<Integer, List<Box>>> rows) {
    Box place = Objects.requireNonNull(svg.places().get(NodePanels.name(node)));
    List<Box> targets = new ArrayList<>();
    for (Pod pod : node.pods()) {
      if (pod.getsTraffic()) {
        targets.add(svg.places().getOrDefault(PodPanels.name(pod), place));
      }
    }
    if (!targets.isEmpty()) {
      rows.computeIfAbsent(region.y(), key -> new TreeMap<>())
          .computeIfAbsent(place.x() - Zones.GUTTER / 2, key -> new ArrayList<>())
          .addAll(targets);
    }
  }

  private void row(Box source, int bus, Map<Integer, List<Box>> columns) {
    boolean direct = bus - source.bottom() < Zones.BUS;
    if (!direct) {
      svg.path(css, "M", source.x(), source.middleY(), "H", MARGIN, "V", bus);
    }
    columns.forEach(
        (x, targets) -> {
          if (direct) {
            svg.path(css, "M", source.middleX(), source.bottom(), "V", bus);
            column(source.middleX(), bus, x, targets);
          } else {
            column(MARGIN, bus, x, targets);
          }
        });
  }

  /**
   * From a point on the line above the zones, along that line, down one gutter and to its targets.
   */
  private void column(int from, int bus, int x, List<Box> targets) {
    int last = targets.stream().mapToInt(TrafficLines::end).max().orElse(bus);
    int turn = Integer.signum(from - x) * CURVE;
    svg.path(css, "M", from, bus, "H", x + turn, "Q", x, bus, x, bus + CURVE, "V", last - CURVE);
    targets.stream().distinct().forEach(target -> branch(target, x));
  }

  private static int end(Box target) {
    return target.y() + Math.min(20, target.height() / 2);
  }

  private void branch(Box target, int x) {
    int y = end(target);
    svg.path(css, "M", x, y - CURVE, "Q", x, y, x + CURVE, y, "H", target.x() - 5);
    svg.path("rs-head rs-flow", "M", target.x(), y, "l-7-4v8z");
  }
}
