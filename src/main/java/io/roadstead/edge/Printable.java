// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import org.jspecify.annotations.Nullable;

/** Makes text of a request safe to print, so that it can't forge log lines or terminal commands. */
final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "-";
    }
    var printable = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(printable, c));
    return printable.toString();
  }

  private static void append(StringBuilder to, int codePoint) {
    if (codePoint > ' ' && codePoint < 127) {
      to.appendCodePoint(codePoint);
    } else {
      to.append("\\u%04x".formatted(codePoint));
    }
  }
}
