// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** The look of all pictures: colours for light and dark pages, fonts, lines. */
final class Style {
  private static final String LIGHT =
      """
      --rs-page:#ffffff;--rs-panel:#f3f5f8;--rs-card:#ffffff;--rs-line:#c3ccd6;--rs-soft:#e1e6eb;
      --rs-ink:#1b2430;--rs-muted:#55606d;--rs-flow:#0f7a4d;
      --rs-ok:#1a6b34;--rs-waiting:#0b5cad;--rs-warning:#7d5300;--rs-error:#b3201f;--rs-idle:#55606d;
      --rs-ok-tint:#e2f4e7;--rs-waiting-tint:#e2eefb;--rs-warning-tint:#faefd2;
      --rs-error-tint:#fce6e5;--rs-idle-tint:#eaedf1
      """;

  private static final String DARK =
      """
      --rs-page:#10161d;--rs-panel:#18202a;--rs-card:#212b37;--rs-line:#465363;--rs-soft:#2c3846;
      --rs-ink:#e9eef4;--rs-muted:#a9b4c1;--rs-flow:#4fc98f;
      --rs-ok:#66d487;--rs-waiting:#7db8ff;--rs-warning:#e6b84a;--rs-error:#ff938c;--rs-idle:#a9b4c1;
      --rs-ok-tint:#183a27;--rs-waiting-tint:#16324f;--rs-warning-tint:#3b2f10;
      --rs-error-tint:#482424;--rs-idle-tint:#2c3846
      """;

  private static final String SHAPES =
      """
      .rs-page{fill:var(--rs-page);stroke:none}
      .rs-panel{fill:var(--rs-panel);stroke:var(--rs-line)}
      .rs-card{fill:var(--rs-card);stroke:var(--rs-line)}
      .rs-inner{fill:var(--rs-panel);stroke:none}
      .rs-bare{fill:none;stroke:none}
      .rs-bar{fill:var(--rs-soft)}
      .rs-share{fill:var(--rs-waiting)}
      .rs-foreign{stroke-dasharray:5 4;stroke:var(--rs-muted)}
      .rs-disc{stroke:none}
      .rs-symbol{fill:none;stroke:var(--rs-card);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
      .rs-edge{fill:none;stroke:var(--rs-muted);stroke-width:1.4}
      .rs-edge.rs-flow{stroke:var(--rs-flow);stroke-width:1.8}
      .rs-dashed{stroke-dasharray:5 4}
      .rs-dotted{stroke-dasharray:.1 4.5;stroke-linecap:round;stroke-width:2}
      .rs-head{fill:var(--rs-muted);stroke:none}
      .rs-head.rs-flow,.rs-underline{fill:var(--rs-flow)}
      """;

  private static final String TEXT =
      """
      .rs-picture text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
      .rs-picture .rs-title{font-size:18px;font-weight:600}
      .rs-picture .rs-heading{font-weight:600}
      .rs-picture .rs-small{font-size:11px}
      .rs-picture .rs-name,.rs-picture .rs-code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      .rs-picture .rs-name{font-weight:600}
      .rs-picture .rs-code{font-size:11px}
      .rs-picture .rs-end{text-anchor:end}
      text.rs-ink{fill:var(--rs-ink)}text.rs-muted{fill:var(--rs-muted)}text.rs-flow{fill:var(--rs-flow)}
      """;

  static final String CSS =
      (".rs-picture{color-scheme:light dark;" + LIGHT + "}\n")
              .concat("@media (prefers-color-scheme:dark){.rs-picture{" + DARK + "}}\n")
              .replace(";\n--", ";--")
          + SHAPES
          + TEXT
          + ofHealth("ok")
          + ofHealth("waiting")
          + ofHealth("warning")
          + ofHealth("error")
          + ofHealth("idle");

  private Style() {}

  private static String ofHealth(String health) {
    return """
        text.rs-@,.rs-disc.rs-@{fill:var(--rs-@)}.rs-card.rs-@{stroke:var(--rs-@)}
        .rs-tile.rs-@{fill:var(--rs-@-tint);stroke:var(--rs-@)}.rs-sign.rs-@{fill:none;stroke:var(--rs-@);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
        """
        .replace("@", health);
  }
}
