// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

/** An element with a size that can be drawn at any position. */
interface Block {
  int width();

  int height();

  /** Draws it with its upper left corner at the given point. */
  void draw(Svg svg, int x, int y);
}
