// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The look of all pictures. It is written into the attributes of each shape, which every renderer
 * understands; CSS only adds better fonts, and the colors of dark pages for renderers that support
 * them.
 */
final class Style {
  /** In order: a later rule overrides an earlier one. */
  private static final String SHAPES =
      """
      .rs-page{fill:page}
      .rs-panel{fill:panel;stroke:line}
      .rs-card{fill:card;stroke:line}
      .rs-inner{fill:panel}
      .rs-bare{fill:none}
      .rs-bar{fill:soft}
      .rs-share{fill:waiting}
      .rs-foreign{stroke-dasharray:5 4;stroke-linecap:butt;stroke:muted}
      .rs-symbol{fill:none;stroke:card;stroke-width:1.7}
      .rs-sign{fill:none;stroke-width:1.7}
      .rs-edge{fill:none;stroke:muted;stroke-width:1.4}
      .rs-edge.rs-flow{stroke:flow;stroke-width:1.8}
      .rs-dashed{stroke-dasharray:5 4;stroke-linecap:butt}
      .rs-dotted{stroke-dasharray:.1 4.5;stroke-width:2}
      .rs-head{fill:muted}
      .rs-head.rs-flow,.rs-underline{fill:flow}
      """;

  private static final String TEXT =
      """
      .rs-title{font-size:18px;font-weight:600}
      .rs-heading{font-weight:600}
      .rs-small{font-size:11px}
      .rs-name{font-family:monospace;font-weight:600}
      .rs-code{font-family:monospace;font-size:11px}
      .rs-end{text-anchor:end}
      text.rs-ink{fill:ink}
      text.rs-muted{fill:muted}
      text.rs-flow{fill:flow}
      """;

  private static final String OF_HEALTH =
      """
      text.rs-@,.rs-disc.rs-@{fill:@}
      .rs-card.rs-@{stroke:@}
      .rs-tile.rs-@{fill:@-tint;stroke:@}
      .rs-sign.rs-@{stroke:@}
      """;

  /** The style of the whole picture; its shapes inherit it. */
  static final List<String> ROOT =
      List.of(
          "font-family",
          "sans-serif",
          "font-size",
          "12px",
          "stroke-linecap",
          "round",
          "stroke-linejoin",
          "round");

  private static final List<Rule> RULES =
      Rule.parse(
          SHAPES
              + TEXT
              + List.of("ok", "waiting", "warning", "error", "idle").stream()
                  .map(health -> OF_HEALTH.replace("@", health))
                  .collect(Collectors.joining()));

  private static final String FONTS =
      """
      .rs-picture{color-scheme:light dark;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
      .rs-name,.rs-code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      """;

  static final String CSS =
      FONTS
          + "@media (prefers-color-scheme:dark){\n"
          + RULES.stream().map(Rule::dark).collect(Collectors.joining())
          + "}\n";

  /** The classes come from the code, so there are few. */
  private static final Map<String, Map<String, String>> ATTRIBUTES = new ConcurrentHashMap<>();

  private Style() {}

  /** The presentation attributes of a shape with the given classes. */
  static Map<String, String> attributes(String element, String css) {
    return ATTRIBUTES.computeIfAbsent(element + " " + css, key -> look(element, css));
  }

  private static Map<String, String> look(String element, String css) {
    Set<String> classes = new HashSet<>(Arrays.asList(css.split(" ")));
    Map<String, String> look = new LinkedHashMap<>();
    for (Rule rule : RULES) {
      if (rule.isFor(element, classes)) {
        rule.properties().forEach((name, value) -> look.put(name, Rule.light(value)));
      }
    }
    return look;
  }
}
