// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/**
 * A text in a picture and how much room there is for it.
 *
 * @param type its style
 * @param tone its colour
 * @param text the whole text; what does not fit is shown when pointed at
 * @param width the room for it in pixels
 * @param cut where it loses letters
 */
record Label(Type type, Tone tone, String text, int width, Cut cut) {
  /** A tooltip needs no more, and hostile text must not cost time. */
  private static final int LONGEST = 500;

  Label {
    text = PlainText.line(text, LONGEST);
  }

  String shown() {
    return type.fit(text, width, cut);
  }
}
