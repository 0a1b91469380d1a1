// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes elements of a list that say the same as an earlier one. */
final class Distinct {
  private Distinct() {}

  /** Compares these fields of the elements; the whole elements when there are none. */
  static void by(ObjectNode parent, String list, String... fields) {
    Set<List<JsonNode>> seen = new HashSet<>();
    Tree.removeIf(
        parent,
        list,
        element ->
            !seen.add(
                fields.length == 0
                    ? List.of(element)
                    : Arrays.stream(fields).<JsonNode>map(element::path).toList()));
  }
}
