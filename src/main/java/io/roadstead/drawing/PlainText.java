// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Text from the cluster, sanitized for display: no control characters, no direction overrides. */
final class PlainText {
  private PlainText() {}

  /** The text in one line. */
  static String line(String text) {
    return kept(text.replaceAll("\\s+", " ")).strip();
  }

  /** The text in one line, limited to a number of characters. */
  static String line(String text, int most) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** The text without characters that XML 1.0 forbids or that change the text direction. */
  static String kept(String text) {
    if (text.codePoints().allMatch(PlainText::isKept)) {
      return text;
    }
    return text.codePoints()
        .filter(PlainText::isKept)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isKept(int codePoint) {
    return codePoint == '\n'
        || (isXml(codePoint) && !Character.isISOControl(codePoint) && !turnsDirection(codePoint));
  }

  /** The characters of <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a>. */
  private static boolean isXml(int codePoint) {
    return isBetween(codePoint, 0x20, 0xD7FF)
        || isBetween(codePoint, 0xE000, 0xFFFD)
        || codePoint >= 0x10000;
  }

  private static boolean turnsDirection(int codePoint) {
    return codePoint == 0x061C
        || isBetween(codePoint, 0x200E, 0x200F)
        || isBetween(codePoint, 0x202A, 0x202E)
        || isBetween(codePoint, 0x2066, 0x2069);
  }

  private static boolean isBetween(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
