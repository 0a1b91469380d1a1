// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.List;

/** Blocks one below the other. */
record Stack(List<? extends Block> blocks, int gap) implements Block {
  Stack {
    blocks = List.copyOf(blocks);
  }

  @Override
  public int width() {
    return blocks.stream().mapToInt(Block::width).max().orElse(0);
  }

  @Override
  public int height() {
    int gaps = Math.max(0, blocks.size() - 1) * gap;
    return gaps + blocks.stream().mapToInt(Block::height).sum();
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int top = y;
    for (Block block : blocks) {
      block.draw(svg, x, top);
      top += block.height() + gap;
    }
  }
}
