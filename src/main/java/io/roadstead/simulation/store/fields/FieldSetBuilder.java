// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import java.util.HashMap;
import java.util.Map;

/** Collects fields while traversing a document. */
final class FieldSetBuilder {
  private boolean member;
  private final Map<String, FieldSetBuilder> children = new HashMap<>();

  FieldSetBuilder child(String element) {
    return children.computeIfAbsent(element, e -> new FieldSetBuilder());
  }

  void add() {
    member = true;
  }

  FieldSet build() {
    Map<String, FieldSet> built = new HashMap<>();
    children.forEach((element, child) -> built.put(element, child.build()));
    return FieldSet.of(member, built);
  }
}
