// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A style of text. Widths are estimated for the widest of the usual system fonts, so that a text
 * that fits by this estimate fits everywhere.
 */
enum Type {
  TITLE("rs-title", 18, 0.74, false),
  HEADING("rs-heading", 12, 0.70, false),
  BODY("rs-body", 12, 0.62, false),
  SMALL("rs-small", 11, 0.62, false),
  NAME("rs-name", 12, 0.605, true),
  CODE("rs-code", 11, 0.605, true);

  private static final String ELLIPSIS = "…";
  private static final String NARROW = " fijlrtI.,:;'|!()[]/-1·";
  private static final String WIDE = "mwMWOQGD@%…→✓✕+=<>~&";

  private final String css;
  private final int size;
  private final double em;
  private final boolean fixed;

  Type(String css, int size, double em, boolean fixed) {
    this.css = css;
    this.size = size;
    this.em = em;
    this.fixed = fixed;
  }

  String css() {
    return css;
  }

  int lineHeight() {
    return size + 6;
  }

  /** Distance from the top of a line to its baseline. */
  int baseline() {
    return size + 1;
  }

  /** The estimated width of a text in pixels. */
  int width(String text) {
    return (int) Math.ceil(text.codePoints().mapToDouble(this::widthOf).sum());
  }

  private double widthOf(int codePoint) {
    if (codePoint >= 0x1100) {
      return size * wideEm(codePoint);
    }
    if (fixed || codePoint > 0x2FF) {
      return size * em * (codePoint > 0x2FF ? 1.4 : 1);
    }
    if (NARROW.indexOf(codePoint) >= 0) {
      return size * em * 0.68;
    }
    return size * em * (WIDE.indexOf(codePoint) >= 0 ? 1.45 : upper(codePoint));
  }

  private static double upper(int codePoint) {
    return Character.isUpperCase(codePoint) ? 1.17 : 1.03;
  }

  private double wideEm(int codePoint) {
    boolean punctuation = codePoint >= 0x2010 && codePoint <= 0x203F;
    return punctuation && fixed ? em : codePoint >= 0x1F000 ? 1.4 : 1.05;
  }

  /** The text, cut to the available width. */
  String fit(String text, int width, Cut cut) {
    if (width(text) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int kept = points.length - 1;
    while (kept > 0 && width(shortened(points, kept, cut)) > width) {
      kept--;
    }
    return shortened(points, kept, cut);
  }

  private static String shortened(int[] points, int kept, Cut cut) {
    int tail =
        switch (cut) {
          case END -> 0;
          case MIDDLE -> kept / 2;
          case START -> kept;
        };
    return new String(points, 0, kept - tail)
        + ELLIPSIS
        + new String(points, points.length - tail, tail);
  }

  /** The text wrapped to a width and a maximum number of lines; the last line is cut at its end. */
  List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < most - 1 && width(rest) > width) {
      int end = breakAt(rest, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(fit(rest, width, Cut.END));
    }
    return lines;
  }

  private int breakAt(String text, int width) {
    double used = 0;
    int space = 0;
    int at = 0;
    while (at < text.length() && used + widthOf(text.codePointAt(at)) <= width) {
      used += widthOf(text.codePointAt(at));
      space = text.charAt(at) == ' ' ? at : space;
      at += Character.charCount(text.codePointAt(at));
    }
    return space > 0 ? space : Math.max(at, 1);
  }
}
