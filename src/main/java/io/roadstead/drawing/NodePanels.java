// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import java.util.ArrayList;
import java.util.List;

/** The boxes of nodes, with as much detail per pod as fits. */
final class NodePanels {
  private static final int INSET = 10;
  private static final int MANY = 40;

  /** How much detail is shown per pod. */
  enum Density {
    CARDS(284),
    ROWS(284),
    TILES(246),
    MANY_NODES(132);

    private final int width;

    Density(int width) {
      this.width = width;
    }

    /** Chosen by the total number of nodes and pods, and the pods on the fullest node. */
    static Density of(int nodes, int pods, int mostOnOneNode) {
      if (nodes > MANY) {
        return MANY_NODES;
      }
      if (pods <= 24 && mostOnOneNode <= 6) {
        return CARDS;
      }
      return pods <= 60 && mostOnOneNode <= 30 ? ROWS : TILES;
    }

    /** Width of a node. */
    int width() {
      return width;
    }
  }

  private final Density density;

  NodePanels(Density density) {
    this.density = density;
  }

  /** The name under which a node's position is recorded. */
  static String name(Node node) {
    return "node/" + node.name();
  }

  Panel node(Node node) {
    Look look =
        Look.of("rs-node", node.ready() ? "rs-card" : "rs-card rs-error")
            .names(List.of(name(node)))
            .tooltip(tooltip(node));
    if (density == Density.MANY_NODES) {
      return small(node, look.inset(8, 6));
    }
    if (node.pods().isEmpty()) {
      return Panel.of(look, density.width(), lines(node));
    }
    return Panel.around(look, lines(node), pods(node.pods(), density.width() - 2 * INSET));
  }

  private Panel small(Node node, Look look) {
    Line name = Line.of(Type.CODE, Tone.INK, node.name()).cut(Cut.START);
    List<Line> lines = List.of(node.ready() ? name : name.mark(Health.ERROR));
    return node.pods().isEmpty()
        ? Panel.of(look, density.width(), lines)
        : Panel.around(look, lines, pods(node.pods(), density.width() - 14));
  }

  private static List<Line> lines(Node node) {
    List<Line> lines = new ArrayList<>();
    Line name = Line.of(Type.NAME, Tone.INK, node.name()).cut(Cut.MIDDLE);
    lines.add(node.ready() ? name : name.mark(Health.ERROR));
    String machine = Words.list(node.instanceType(), node.internalIp(), node.externalIp());
    if (!machine.isEmpty()) {
      lines.add(Line.of(Type.SMALL, Tone.MUTED, machine));
    }
    Line counts = Line.of(Type.SMALL, Tone.MUTED, counts(node));
    lines.add(node.ready() ? counts : counts.end(Tone.ERROR, "not ready"));
    return lines;
  }

  private static String counts(Node node) {
    if (node.pods().isEmpty()) {
      return "no pods of this app";
    }
    PodCounts counts = PodCounts.ofPods(node.pods());
    return Words.count(counts.pods(), "pod") + ", " + counts.withTraffic() + " with traffic";
  }

  private static String tooltip(Node node) {
    return Words.lines(
        "Node " + node.name() + (node.ready() ? "" : ", not ready"),
        node.instanceType(),
        node.internalIp(),
        node.externalIp(),
        PodCounts.ofPods(node.pods()).words(),
        node.takesTraffic() ? "takes traffic for the app's node ports" : "");
  }

  /** Pods below each other or as tiles. */
  Block pods(List<Pod> pods, int width) {
    return switch (density) {
      case CARDS -> new Stack(pods.stream().map(pod -> PodPanels.card(pod, width)).toList(), 8);
      case ROWS -> new Stack(pods.stream().map(pod -> PodPanels.row(pod, width)).toList(), 3);
      case TILES, MANY_NODES -> new Tiles(pods.stream().map(PodPanels::tile).toList(), width);
    };
  }

  /** Pods that are on no node, side by side. */
  Block waiting(List<Pod> pods, int width) {
    if (density == Density.TILES || density == Density.MANY_NODES) {
      return new Tiles(pods.stream().map(PodPanels::tile).toList(), width);
    }
    List<Panel> panels =
        pods.stream()
            .map(
                pod ->
                    density == Density.CARDS
                        ? PodPanels.card(pod, density.width())
                        : PodPanels.row(pod, density.width()))
            .toList();
    return Shelf.of(panels, width, 12, 8);
  }
}
