// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import java.util.ArrayList;
import java.util.List;

/** The middle of a logical view: each ReplicaSet with its pods, newest first. */
final class VersionRows {
  private static final int WIDTH = 220;
  private static final int MOST_PAST = 3;

  private final Ties ties;
  private final ItemPanels panels;
  private final PodGroup.Density density;

  VersionRows(Ties ties) {
    this.ties = ties;
    this.panels = new ItemPanels(ties);
    this.density = PodGroup.Density.of(ties.all(Kind.POD).size());
  }

  /** A block and the block to the right of it, centered vertically. */
  record Row(Block left, Block right) implements Block {
    @Override
    public int width() {
      return left.width() + LogicalDrawing.GAP + right.width();
    }

    @Override
    public int height() {
      return Math.max(left.height(), right.height());
    }

    @Override
    public void draw(Svg svg, int x, int y) {
      left.draw(svg, x, y + (height() - left.height()) / 2);
      right.draw(svg, x + left.width() + LogicalDrawing.GAP, y + (height() - right.height()) / 2);
    }
  }

  /** Reserves the space of something that is missing. */
  record Space(int width, int height) implements Block {
    @Override
    public void draw(Svg svg, int x, int y) {}
  }

  Block block() {
    List<Block> rows = new ArrayList<>();
    List<Item> past = new ArrayList<>();
    for (Item version : ties.all(Kind.REPLICA_SET)) {
      if (ties.isPast(version)) {
        past.add(version);
      } else {
        rows.add(new Row(panels.card(version, WIDTH), pods(ties.podsOf(version))));
      }
    }
    if (!ties.loosePods().isEmpty()) {
      rows.add(new Row(new Space(WIDTH, 0), pods(ties.loosePods())));
    }
    if (rows.isEmpty()) {
      rows.add(new Row(new Space(WIDTH, 0), PodGroup.none("No pods")));
    }
    if (!past.isEmpty()) {
      rows.add(new Row(past(past), new Space(PodGroup.WIDTH, 0)));
    }
    return new Stack(rows, 22);
  }

  private Block pods(List<Item> pods) {
    return pods.isEmpty() ? PodGroup.none("No pods") : PodGroup.of(pods, ties, density);
  }

  private static Panel past(List<Item> past) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Type.SMALL, Tone.MUTED, "Old, without pods"));
    for (Item version : past.subList(0, Math.min(MOST_PAST, past.size()))) {
      Line line = Line.of(Type.CODE, Tone.INK, version.name()).cut(Cut.START);
      lines.add(version.managed() ? line : line.end(Tone.WARNING, ItemPanels.FOREIGN));
    }
    if (past.size() > MOST_PAST) {
      lines.add(Line.of(Type.SMALL, Tone.MUTED, "and " + (past.size() - MOST_PAST) + " older"));
    }
    Look look =
        Look.of("rs-past", "rs-panel")
            .names(past.stream().map(Item::id).toList())
            .tooltip(Words.lines(past.stream().limit(20).map(Item::name).toArray(String[]::new)));
    return Panel.of(look, WIDTH, lines);
  }
}
