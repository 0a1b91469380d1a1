// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The zones with their nodes, in the number of columns that minimizes the height of the picture.
 */
final class Zones {
  /** Space to the left of each node for the lines that lead to it. */
  static final int GUTTER = 26;

  /** Space above each row of zones for the line that leads to them. */
  static final int BUS = 30;

  private static final int MOST_WIDTH = 1152;
  private static final int PADDING = 12;
  private static final int MOST_COLUMNS = 7;

  private final List<Zone> zones;
  private final NodePanels panels;
  private final NodePanels.Density density;

  Zones(List<Zone> zones, NodePanels.Density density) {
    this.zones = zones;
    this.density = density;
    this.panels = new NodePanels(density);
  }

  Block block() {
    if (zones.isEmpty()) {
      return PodGroup.none("No pods on nodes");
    }
    List<List<Panel>> nodes =
        zones.stream().map(zone -> zone.nodes().stream().map(panels::node).toList()).toList();
    return IntStream.rangeClosed(1, MOST_COLUMNS)
        .filter(columns -> columns == 1 || widthOf(columns) <= MOST_WIDTH)
        .mapToObj(columns -> shelf(nodes, columns))
        .min(Comparator.comparingInt(Shelf::height))
        .orElseThrow();
  }

  private int widthOf(int columns) {
    return columns * (density.width() + GUTTER) + PADDING;
  }

  private Shelf shelf(List<List<Panel>> nodes, int columns) {
    List<Panel> regions = new ArrayList<>();
    int width = columns * (density.width() + GUTTER) - GUTTER;
    for (int i = 0; i < zones.size(); i++) {
      regions.add(region(zones.get(i), Shelf.of(nodes.get(i), width, GUTTER, 12)));
    }
    return Shelf.level(regions, MOST_WIDTH, 16, BUS);
  }

  private Panel region(Zone zone, Block nodes) {
    return zone.nodes().isEmpty()
        ? Panel.of(look(zone), density.width() + GUTTER + PADDING, lines(zone))
        : Panel.around(look(zone), lines(zone), nodes);
  }

  private Look look(Zone zone) {
    return Look.of("rs-zone", "rs-panel")
        .names(List.of(name(zone)))
        .inset(GUTTER, PADDING)
        .lineWidth(density.width())
        .tooltip(Words.lines(title(zone), words(zone)));
  }

  private List<Line> lines(Zone zone) {
    boolean narrow = density == NodePanels.Density.MANY_NODES && zone.name() != null;
    String title = narrow ? "" + zone.name() : title(zone);
    return List.of(
        Line.of(Type.HEADING, Tone.INK, title).cut(Cut.MIDDLE),
        Line.of(Type.SMALL, Tone.MUTED, words(zone)));
  }

  /** The name under which a zone's position is recorded. */
  static String name(Zone zone) {
    return zone.name() == null ? "no zone" : "zone/" + zone.name();
  }

  static String title(Zone zone) {
    return zone.name() == null ? "Nodes without a zone" : "Zone " + zone.name();
  }

  /** E.g. {@code 2 nodes, 3 pods}. */
  static String words(Zone zone) {
    return Words.count(zone.nodes().size(), "node")
        + ", "
        + Words.count(podsOf(zone).size(), "pod");
  }

  static List<Pod> podsOf(Zone zone) {
    return zone.nodes().stream().map(Node::pods).flatMap(List::stream).toList();
  }
}
