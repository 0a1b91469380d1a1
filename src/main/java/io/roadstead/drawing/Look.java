// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.List;

/**
 * The appearance and meaning of a panel.
 *
 * @param group CSS class of the whole panel, which says what it represents
 * @param box CSS classes of its box
 * @param tooltip the tooltip; may be empty
 * @param names the names under which its position is recorded
 * @param left distance of its content from its left edge
 * @param padding distance of its content from the other edges
 * @param lineWidth maximum width of its lines
 */
record Look(
    String group,
    String box,
    String tooltip,
    List<String> names,
    int left,
    int padding,
    int lineWidth) {
  private static final int PADDING = 10;

  static Look of(String group, String box) {
    return new Look(group, box, "", List.of(), PADDING, PADDING, Integer.MAX_VALUE);
  }

  Look tooltip(String text) {
    return new Look(group, box, text, names, left, padding, lineWidth);
  }

  Look names(List<String> as) {
    return new Look(group, box, tooltip, as, left, padding, lineWidth);
  }

  Look inset(int fromLeft, int fromOthers) {
    return new Look(group, box, tooltip, names, fromLeft, fromOthers, lineWidth);
  }

  Look lineWidth(int most) {
    return new Look(group, box, tooltip, names, left, padding, most);
  }
}
