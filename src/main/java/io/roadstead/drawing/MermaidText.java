// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.LogicalView.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a Mermaid flowchart: safe ids, escaped labels, classes for health. */
final class MermaidText {
  private static final String PLAIN = " .,:/_=()…✓✕–·→-+";
  private static final int LONGEST = 120;

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();
  private String indent = "  ";
  private int last;

  MermaidText(String direction, String title, String description) {
    text.append("flowchart ").append(direction).append('\n');
    line("accTitle: " + escaped(title));
    line("accDescr: " + escaped(description));
  }

  /** The id of an element: n1, n2 and so on. */
  String id(String thing) {
    return ids.computeIfAbsent(thing, key -> "n" + ++last);
  }

  boolean knows(String thing) {
    return ids.containsKey(thing);
  }

  /** A box with the given lines of text; missing lines are skipped. */
  void node(String thing, Health health, List<String> lines) {
    String css = health.name().toLowerCase(Locale.ROOT);
    line(id(thing) + "[\"" + label(lines) + "\"]:::" + css);
  }

  /** Several elements in one box. */
  void node(List<String> things, Health health, List<String> lines) {
    node(things.get(0), health, lines);
    things.forEach(thing -> ids.put(thing, id(things.get(0))));
  }

  void foreign(Item item) {
    if (!item.managed()) {
      line("class " + id(item.id()) + " foreign");
    }
  }

  void open(String thing, List<String> lines) {
    line("subgraph " + id(thing) + "[\"" + label(lines) + "\"]");
    indent += "  ";
  }

  void close() {
    indent = indent.substring(2);
    line("end");
  }

  /** A line; the label may be empty. */
  void link(String from, String arrow, String label, String to) {
    String words = label.isEmpty() ? "" : "|\"" + escaped(label) + "\"|";
    line(id(from) + " " + arrow + words + " " + id(to));
  }

  private static String label(List<String> lines) {
    List<String> shown = new ArrayList<>();
    lines.stream().map(MermaidText::escaped).filter(line -> !line.isEmpty()).forEach(shown::add);
    return shown.isEmpty() ? "–" : String.join("<br/>", shown);
  }

  /** Text in which everything that Mermaid or Markdown could interpret is escaped as an entity. */
  static String escaped(String words) {
    var out = new StringBuilder();
    PlainText.line(words, LONGEST)
        .codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0) {
                out.appendCodePoint(point);
              } else {
                out.append('#').append(point).append(';');
              }
            });
    return out.toString();
  }

  private void classOf(String css, Shade fill, Shade stroke, String ink) {
    line(
        "classDef %s fill:%s,stroke:%s,color:%s".formatted(css, fill.light(), stroke.light(), ink));
  }

  private void line(String words) {
    text.append(indent).append(words).append('\n');
  }

  /**
   * The whole text; each class has its own background, so that it is readable on light and dark
   * pages.
   */
  String finished() {
    classOf("ok", Shade.OK_TINT, Shade.OK, "#12331d");
    classOf("waiting", Shade.WAITING_TINT, Shade.WAITING, "#0a2a4d");
    classOf("warning", Shade.WARNING_TINT, Shade.WARNING, "#3d2900");
    classOf("error", Shade.ERROR_TINT, Shade.ERROR, "#4d0f0e");
    classOf("idle", Shade.IDLE_TINT, Shade.IDLE, "#27303a");
    line("classDef foreign stroke-dasharray:5 4");
    return text.toString();
  }
}
