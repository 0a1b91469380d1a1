// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Text from the cluster, made fit to be shown: no control characters, no direction overrides. */
final class PlainText {
  private PlainText() {}

  /** The text in one line. */
  static String line(String text) {
    return kept(text.replaceAll("\\s+", " ")).strip();
  }

  /** The text in one line of no more than so many characters. */
  static String line(String text, int most) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** The text without what must not stand in XML 1.0 and what turns its direction. */
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
    return isXml(codePoint) && !Character.isISOControl(codePoint) && !turnsDirection(codePoint)
        || codePoint == '\n';
  }

  /** The characters of <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a>. */
  private static boolean isXml(int codePoint) {
    return codePoint >= 0x20 && codePoint <= 0xD7FF
        || codePoint >= 0xE000 && codePoint <= 0xFFFD
        || codePoint >= 0x10000;
  }

  private static boolean turnsDirection(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint >= 0x202A && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069;
  }
}
