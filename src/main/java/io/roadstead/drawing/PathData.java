// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Writes the data of a path: commands and numbers, with spaces where required. */
final class PathData {
  private PathData() {}

  static String of(Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      boolean afterNumber = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
      text.append(part instanceof Integer && afterNumber ? " " : "").append(part);
    }
    return text.toString();
  }
}
