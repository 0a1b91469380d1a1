// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureStatus;
import java.util.ArrayList;
import java.util.List;

/** The entry point of traffic: the rung, its addresses, and what to do when there is none. */
final class WayIn {
  /** The name under which the position of the box is recorded. */
  static final String NAME = "way-in";

  private static final int WIDTH = 560;
  private static final int ROOM = WIDTH - 28;
  private static final int MOST_ADDRESSES = 3;
  private static final int MOST_LINES = 3;

  private WayIn() {}

  static Panel of(ExposureStatus exposure) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Type.HEADING, Tone.INK, ExposureWords.of(exposure))
            .mark(Health.of(exposure.state()))
            .end(Tone.MUTED, "entry point"));
    lines.addAll(addresses(exposure.addresses()));
    if (Health.of(exposure.state()) != Health.OK) {
      lines.addAll(wrapped(Tone.MUTED, exposure.message()));
    }
    if (exposure.remedy() != null) {
      lines.addAll(wrapped(Tone.INK, "→ " + exposure.remedy()));
    }
    Look look =
        Look.of("rs-way-in", "rs-card " + Tone.of(Health.of(exposure.state())).css())
            .names(List.of(NAME))
            .inset(14, 14)
            .tooltip(Words.lines(ExposureWords.of(exposure), exposure.message()));
    return Panel.of(look, WIDTH, lines);
  }

  private static List<Line> addresses(List<Address> addresses) {
    List<Line> lines = new ArrayList<>();
    addresses.stream()
        .limit(MOST_ADDRESSES)
        .forEach(
            address ->
                lines.add(
                    Line.of(Type.CODE, Tone.INK, address.url())
                        .cut(Cut.MIDDLE)
                        .end(Tone.MUTED, ExposureWords.reach(address))));
    if (addresses.size() > MOST_ADDRESSES) {
      String more = Words.count(addresses.size() - MOST_ADDRESSES, "more address");
      lines.add(Line.of(Type.SMALL, Tone.MUTED, "and " + more));
    }
    return lines;
  }

  private static List<Line> wrapped(Tone tone, String text) {
    return Type.SMALL.wrap(PlainText.line(text), ROOM, MOST_LINES).stream()
        .map(line -> Line.of(Type.SMALL, tone, line))
        .toList();
  }
}
