// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView.Item;
import java.util.List;

/** The pods of one ReplicaSet: cards when the view has few, rows, tiles when it has many. */
final class PodGroup {
  static final int WIDTH = 292;
  private static final int INSET = 10;

  /** How much detail is shown per pod. */
  enum Density {
    CARDS,
    ROWS,
    TILES;

    static Density of(int pods) {
      return pods <= 12 ? CARDS : pods <= 40 ? ROWS : TILES;
    }
  }

  private PodGroup() {}

  static Block of(List<Item> pods, Ties ties, Density density) {
    var panels = new ItemPanels(ties);
    int inner = WIDTH - 2 * INSET;
    return switch (density) {
      case CARDS -> new Stack(pods.stream().map(pod -> panels.pod(pod, WIDTH)).toList(), 8);
      case ROWS ->
          framed(
              pods, ties, new Stack(pods.stream().map(pod -> panels.row(pod, inner)).toList(), 3));
      case TILES -> framed(pods, ties, new Tiles(pods.stream().map(panels::tile).toList(), inner));
    };
  }

  private static Panel framed(List<Item> pods, Ties ties, Block body) {
    PodCounts counts = PodCounts.ofItems(pods, ties);
    Look look = Look.of("rs-pods", "rs-panel").names(pods.stream().map(Item::id).toList());
    return Panel.around(
        look,
        List.of(
            Line.of(Type.HEADING, Tone.INK, Words.count(pods.size(), "pod")),
            Line.of(Type.SMALL, Tone.MUTED, counts.parts())),
        body);
  }

  /** A note that there is nothing to show. */
  static Panel none(String text) {
    return Panel.of(
        Look.of("rs-none", "rs-panel rs-foreign"),
        WIDTH,
        List.of(Line.of(Type.BODY, Tone.MUTED, text)));
  }
}
