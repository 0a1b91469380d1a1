// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import java.util.ArrayList;
import java.util.List;

/** Both sides of a logical view: the controllers of the pods, and what sends traffic to them. */
final class SideColumns {
  /** How much narrower a box is than the box that it is attached to. */
  static final int HANG = 24;

  private static final int WIDTH = 224;
  private static final int GAP = 22;
  private static final int MOST = 4;

  private final Ties ties;
  private final ItemPanels panels;

  SideColumns(Ties ties) {
    this.ties = ties;
    this.panels = new ItemPanels(ties);
  }

  /** A block that is shifted some pixels to the right. */
  record Indented(Block block, int by) implements Block {
    @Override
    public int width() {
      return block.width() + by;
    }

    @Override
    public int height() {
      return block.height();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
      block.draw(svg, x + by, y);
    }
  }

  /** Autoscalers above Deployments. */
  Block control() {
    List<Block> blocks = new ArrayList<>();
    for (Panel panel : few(ties.all(Kind.AUTOSCALER), WIDTH - HANG)) {
      blocks.add(new Indented(panel, HANG));
    }
    blocks.addAll(few(ties.all(Kind.DEPLOYMENT), WIDTH));
    return new Stack(blocks, GAP);
  }

  /** Services, each above its EndpointSlices. */
  Block routing() {
    List<Block> blocks = new ArrayList<>();
    List<Item> services = ties.all(Kind.SERVICE);
    for (Item service : services.subList(0, Math.min(MOST, services.size()))) {
      blocks.add(panels.card(service, WIDTH));
      blocks.addAll(few(ties.slicesOf(service), WIDTH - HANG));
    }
    if (services.size() > MOST) {
      blocks.add(rest(services.subList(MOST, services.size()), WIDTH));
    }
    blocks.addAll(few(ties.looseSlices(), WIDTH - HANG));
    if (blocks.isEmpty()) {
      blocks.add(noService());
    }
    return new Stack(blocks, GAP);
  }

  private List<Panel> few(List<Item> items, int width) {
    List<Panel> shown = new ArrayList<>();
    items.stream().limit(MOST).forEach(item -> shown.add(panels.card(item, width)));
    if (items.size() > MOST) {
      shown.add(rest(items.subList(MOST, items.size()), width));
    }
    return shown;
  }

  private static Panel rest(List<Item> items, int width) {
    String what = Words.count(items.size(), "more " + items.get(0).kind().kubernetesName());
    Look look =
        Look.of("rs-rest", "rs-panel")
            .names(items.stream().map(Item::id).toList())
            .tooltip(Words.lines(items.stream().limit(20).map(Item::name).toArray(String[]::new)));
    return Panel.of(look, width, List.of(Line.of(Type.SMALL, Tone.MUTED, "and " + what)));
  }

  private static Panel noService() {
    return Panel.of(
        Look.of("rs-none", "rs-panel rs-foreign"),
        WIDTH,
        List.of(
            Line.of(Type.BODY, Tone.INK, "No Service"),
            Line.of(Type.SMALL, Tone.MUTED, "Nothing sends traffic to the pods.")));
  }
}
