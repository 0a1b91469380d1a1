// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** Something with a size that can be drawn wherever there is room for it. */
interface Block {
  int width();

  int height();

  /** Draws it with its upper left corner at that point. */
  void draw(Svg svg, int x, int y);
}
