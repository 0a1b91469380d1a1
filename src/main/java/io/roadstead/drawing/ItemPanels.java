// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The boxes of the objects in a logical view. */
final class ItemPanels {
  static final String FOREIGN = "not Roadstead's";
  private static final int MOST_LABELS = 3;
  private static final int MESSAGE_LINES = 3;
  private static final int DETAIL_LINES = 2;

  private final Ties ties;

  ItemPanels(Ties ties) {
    this.ties = ties;
  }

  /** An object that is not a pod: its kind, name, state, problem, details and labels. */
  Panel card(Item item, int width) {
    Look look = look(item);
    int room = width - look.left() - look.padding();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Type.SMALL, Tone.MUTED, item.kind().kubernetesName()));
    lines.add(Line.of(Type.NAME, Tone.INK, item.name()).cut(Cut.MIDDLE));
    if (!item.managed()) {
      lines.add(Line.of(Type.SMALL, Tone.WARNING, FOREIGN));
    }
    lines.add(Line.of(Type.BODY, Tone.INK, item.state()).mark(item.health()));
    lines.addAll(trouble(item, room));
    for (String line : Type.SMALL.wrap(Words.list(item.details()), room, DETAIL_LINES)) {
      lines.add(Line.of(Type.SMALL, Tone.MUTED, line));
    }
    lines.addAll(labels(item));
    return Panel.of(look, width, lines);
  }

  private static List<Line> trouble(Item item, int room) {
    List<Line> lines = new ArrayList<>();
    Tone tone = Tone.of(item.health() == Health.OK ? Health.WARNING : item.health());
    if (item.reason() != null) {
      lines.add(Line.of(Type.HEADING, tone, Words.of(item.reason())));
    }
    String message = item.message() == null ? "" : PlainText.line(item.message());
    for (String line : Type.SMALL.wrap(message, room, MESSAGE_LINES)) {
      lines.add(Line.of(Type.SMALL, Tone.INK, line));
    }
    return lines;
  }

  private static List<Line> labels(Item item) {
    List<Line> lines = new ArrayList<>();
    new TreeMap<>(item.labels())
        .forEach(
            (key, value) ->
                lines.add(
                    Line.of(Type.CODE, Tone.MUTED, shortKey(key) + "=" + value).cut(Cut.MIDDLE)));
    int more = lines.size() - MOST_LABELS;
    if (more <= 0) {
      return lines;
    }
    List<Line> few = new ArrayList<>(lines.subList(0, MOST_LABELS));
    few.add(Line.of(Type.SMALL, Tone.MUTED, "and " + Words.count(more, "more label")));
    return few;
  }

  private static String shortKey(String key) {
    return key.replace("app.kubernetes.io/", "…/").replace("kubernetes.io/", "…/");
  }

  /** A pod in a view with few pods. */
  Panel pod(Item pod, int width) {
    List<Line> lines = new ArrayList<>();
    Line name = Line.of(Type.NAME, Tone.INK, pod.name()).cut(Cut.START).mark(pod.health());
    lines.add(pod.managed() ? name : name.end(Tone.WARNING, FOREIGN));
    lines.add(Line.of(Type.SMALL, Tone.INK, pod.state()).end(trafficTone(pod), traffic(pod)));
    if (pod.reason() != null) {
      Tone tone = Tone.of(pod.health() == Health.OK ? Health.WARNING : pod.health());
      lines.add(Line.of(Type.HEADING, tone, Words.of(pod.reason())));
    }
    if (!pod.details().isEmpty()) {
      lines.add(Line.of(Type.SMALL, Tone.MUTED, Words.list(pod.details())).cut(Cut.MIDDLE));
    }
    return Panel.of(look(pod), width, lines);
  }

  /** A pod in a view with many pods. */
  Panel row(Item pod, int width) {
    Line line = Line.of(Type.CODE, Tone.INK, pod.name()).cut(Cut.START).mark(pod.health());
    String end = pod.reason() == null ? traffic(pod) : Words.of(pod.reason());
    Tone tone = pod.reason() == null ? trafficTone(pod) : Tone.of(pod.health());
    Look look = look(pod).names(List.of()).inset(6, 3).lineWidth(width - 14);
    return Panel.of(look, width, List.of(line.end(tone, end)));
  }

  /** A pod in a view with very many pods. */
  Tiles.Tile tile(Item pod) {
    return new Tiles.Tile(pod.health(), ties.getsTraffic(pod), tooltip(pod));
  }

  private String traffic(Item pod) {
    return ties.getsTraffic(pod) ? "gets traffic" : "no traffic";
  }

  private Tone trafficTone(Item pod) {
    return ties.getsTraffic(pod) ? Tone.FLOW : Tone.MUTED;
  }

  private Look look(Item item) {
    boolean quiet = item.health() == Health.OK || item.health() == Health.IDLE;
    String box =
        "rs-card"
            + (quiet ? "" : " " + Tone.of(item.health()).css())
            + (item.managed() ? "" : " rs-foreign");
    String group = "rs-" + item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Look.of(group, box).tooltip(tooltip(item)).names(List.of(item.id()));
  }

  private String tooltip(Item item) {
    boolean pod = item.kind() == Kind.POD;
    return Words.lines(
        item.kind().kubernetesName() + " " + item.name(),
        item.managed() ? "" : FOREIGN,
        Words.of(item.health()) + ": " + item.state(),
        pod ? traffic(item) : "",
        Words.orEmpty(item.reason()),
        item.message(),
        Words.list(item.details()),
        labelText(item));
  }

  private static String labelText(Item item) {
    List<String> texts = new ArrayList<>();
    new TreeMap<>(item.labels()).forEach((key, value) -> texts.add(key + "=" + value));
    return String.join(", ", texts);
  }
}
