// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** A rectangle of a picture, in pixels from its upper left corner. */
record Box(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middleX() {
    return x + width / 2;
  }

  int middleY() {
    return y + height / 2;
  }
}
