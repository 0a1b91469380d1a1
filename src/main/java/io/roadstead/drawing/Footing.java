// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Warning;
import io.roadstead.app.PhysicalView.Zone;
import java.util.ArrayList;
import java.util.List;

/** Below the nodes: the spread of the pods, and its risks. */
final class Footing {
  private static final int GAP = 16;
  private static final int PADDING = 14;
  private static final int MOST_BARS = 8;

  private Footing() {}

  static Block of(PhysicalView view, int width) {
    int half = (width - GAP) / 2;
    return Shelf.level(List.of(spread(view, half), warnings(view, half)), width, GAP, GAP);
  }

  private static Panel spread(PhysicalView view, int width) {
    int room = width - 2 * PADDING;
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Type.HEADING, Tone.INK, "Spread"));
    for (String line : Type.BODY.wrap(PhysicalWords.spread(view.spread()), room, 3)) {
      lines.add(Line.of(Type.BODY, Tone.INK, line));
    }
    Look look = Look.of("rs-spread", "rs-panel").inset(PADDING, PADDING);
    List<Block> bars = new ArrayList<>();
    int most = view.zones().stream().mapToInt(zone -> Zones.podsOf(zone).size()).max().orElse(0);
    for (Zone zone : view.zones()) {
      if (bars.size() < MOST_BARS && most > 0 && view.zones().size() > 1) {
        String name = zone.name() == null ? "no zone" : zone.name();
        bars.add(new Bar(name, Zones.podsOf(zone).size(), most, room));
      }
    }
    return bars.isEmpty()
        ? Panel.of(look, width, lines)
        : Panel.around(look, lines, new Stack(bars, 2));
  }

  private static Panel warnings(PhysicalView view, int width) {
    Line heading = Line.of(Type.HEADING, Tone.INK, "Risks");
    Look look = Look.of("rs-risks", "rs-panel").inset(PADDING, PADDING);
    if (view.warnings().isEmpty()) {
      Line none = Line.of(Type.BODY, Tone.INK, "No risk found.");
      return Panel.of(look, width, List.of(heading, none.mark(Health.OK)));
    }
    int room = width - 2 * PADDING;
    List<Panel> warnings = view.warnings().stream().map(warning -> warning(warning, room)).toList();
    return Panel.around(look, List.of(heading), new Stack(warnings, 8));
  }

  private static Panel warning(Warning warning, int width) {
    Health health = Health.of(warning.code());
    List<Line> lines = new ArrayList<>();
    Line code = Line.of(Type.HEADING, Tone.of(health), Words.of(warning.code()));
    lines.add(code.mark(health));
    for (String line : Type.SMALL.wrap(PlainText.line(warning.message()), width, 4)) {
      lines.add(Line.of(Type.SMALL, Tone.INK, line));
    }
    Look look = Look.of("rs-risk", "rs-bare").inset(0, 0).tooltip(Words.lines(warning.message()));
    return Panel.of(look, width, lines);
  }

  /** A zone's share of the pods. */
  private record Bar(String name, int pods, int most, int width) implements Block {
    private static final int NAME = 150;
    private static final int COUNT = 60;

    @Override
    public int height() {
      return 18;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
      svg.text(new Label(Type.SMALL, Tone.INK, name, NAME - 8, Cut.MIDDLE), x, y + 13);
      int full = width - NAME - COUNT;
      svg.rect(new Box(x + NAME, y + 5, full, 8), 4, "rs-bar");
      if (pods > 0) {
        svg.rect(new Box(x + NAME, y + 5, Math.max(8, full * pods / most), 8), 4, "rs-share");
      }
      String count = Words.count(pods, "pod");
      svg.textBefore(
          new Label(Type.SMALL, Tone.MUTED, count, COUNT - 8, Cut.END), x + width, y + 13);
    }
  }
}
