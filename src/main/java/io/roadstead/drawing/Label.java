// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/**
 * A text in a picture and the space available for it.
 *
 * @param type its style
 * @param tone its color
 * @param text the whole text; if it does not fit, a tooltip shows it
 * @param width the available width in pixels
 * @param cut where it is cut
 */
record Label(Type type, Tone tone, String text, int width, Cut cut) {
  /** A tooltip needs no more, and malicious text must not cost time. */
  private static final int LONGEST = 500;

  Label {
    text = PlainText.line(text, LONGEST);
  }

  String shown() {
    return type.fit(text, width, cut);
  }
}
