// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Link;
import io.roadstead.app.LogicalView.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The legend of the relations: how each kind is drawn and what it is based on. */
final class TiesLegend implements Block {
  private static final int ROW = 20;
  private static final int SAMPLE = 34;
  private static final int MOST_TIES = 3;

  /** One row: the look of the line, the kinds that it connects, and what relates them. */
  private record Entry(Relation relation, boolean active, String what, String by) {}

  private final List<Entry> entries = new ArrayList<>();
  private final int width;

  TiesLegend(LogicalView view, Ties ties, int width) {
    this.width = width;
    Map<String, Set<String>> by = new LinkedHashMap<>();
    Map<String, Link> samples = new LinkedHashMap<>();
    for (Link link : view.links()) {
      String what = what(link, ties);
      samples.putIfAbsent(what, link);
      Set<String> texts = by.computeIfAbsent(what, key -> new LinkedHashSet<>());
      texts.add(PlainText.line(link.by()));
    }
    samples.forEach(
        (what, link) ->
            entries.add(
                new Entry(
                    link.relation(), link.active(), what, text(by.getOrDefault(what, Set.of())))));
  }

  private static String what(Link link, Ties ties) {
    String words = name(ties, link.from()) + " " + verb(link) + " " + name(ties, link.to());
    boolean ending = !link.active() && link.relation() == Relation.OWNS;
    return ending ? "old: " + words : words;
  }

  private static String name(Ties ties, String id) {
    LogicalView.Kind kind = ties.kindOf(id);
    return kind == null ? "?" : kind.kubernetesName();
  }

  private static String verb(Link link) {
    return switch (link.relation()) {
      case SCALES -> "scales";
      case OWNS -> "owns";
      case LISTS -> "lists its endpoints in";
      case ROUTES_TO -> link.active() ? "sends traffic to" : "sends no traffic to";
    };
  }

  private static String text(Set<String> by) {
    List<String> texts = by.stream().filter(text -> !text.isEmpty()).toList();
    String few = String.join(", ", texts.subList(0, Math.min(MOST_TIES, texts.size())));
    return texts.size() > MOST_TIES ? few + " and " + (texts.size() - MOST_TIES) + " more" : few;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return entries.size() * ROW;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int words = entries.stream().mapToInt(entry -> Type.SMALL.width(entry.what())).max().orElse(0);
    int top = y;
    for (Entry entry : entries) {
      draw(svg, entry, new Box(x, top, words, ROW));
      top += ROW;
    }
  }

  private void draw(Svg svg, Entry entry, Box box) {
    String tone = entry.active() && Edges.carriesTraffic(entry.relation()) ? " rs-flow" : "";
    int y = box.middleY();
    svg.path(
        "rs-edge" + tone + Edges.style(entry.relation(), entry.active()),
        "M",
        box.x(),
        y,
        "h",
        SAMPLE - 5);
    svg.path("rs-head" + tone, "M", box.x() + SAMPLE, y, "l-8-4v8z");
    int left = box.x() + SAMPLE + 10;
    svg.text(new Label(Type.SMALL, Tone.INK, entry.what(), box.width(), Cut.END), left, y + 4);
    int by = left + box.width() + 16;
    String text = entry.by().isEmpty() ? "" : "by " + entry.by();
    svg.text(new Label(Type.CODE, Tone.MUTED, text, box.x() + width - by, Cut.END), by, y + 4);
  }
}
