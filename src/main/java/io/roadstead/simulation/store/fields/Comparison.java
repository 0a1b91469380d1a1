// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The differences between two states of a document. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {

  static Comparison between(JsonNode before, JsonNode after, TypeSchema schema) {
    Walk walk = new Walk();
    walk.compareParts(before, after, schema, walk.added, walk.modified, walk.removed);
    return new Comparison(walk.added.build(), walk.modified.build(), walk.removed.build());
  }

  FieldSet changed() {
    return added.union(modified);
  }

  boolean isEmpty() {
    return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
  }

  private static final class Walk {
    private final FieldSetBuilder added = new FieldSetBuilder();
    private final FieldSetBuilder modified = new FieldSetBuilder();
    private final FieldSetBuilder removed = new FieldSetBuilder();

    private void compare(
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        TypeSchema schema,
        FieldSetBuilder add,
        FieldSetBuilder modify,
        FieldSetBuilder remove) {
      if (before == null) {
        add.add();
      } else if (after == null) {
        remove.add();
      }
      if (divisible(before, after, schema)) {
        compareParts(before, after, schema, add, modify, remove);
      } else if (before != null && after != null && !before.equals(after)) {
        modify.add();
      }
    }

    private void compareParts(
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        TypeSchema schema,
        FieldSetBuilder add,
        FieldSetBuilder modify,
        FieldSetBuilder remove) {
      Map<String, JsonNode> was = Elements.of(before, schema);
      Map<String, JsonNode> is = Elements.of(after, schema);
      Set<String> elements = new LinkedHashSet<>(was.keySet());
      elements.addAll(is.keySet());
      for (String element : elements) {
        compare(
            was.get(element),
            is.get(element),
            Elements.schemaOf(element, schema),
            add.child(element),
            modify.child(element),
            remove.child(element));
      }
    }

    private static boolean divisible(
        @Nullable JsonNode before, @Nullable JsonNode after, TypeSchema schema) {
      boolean lists = dividesAs(before, after, schema::isElementwise);
      return lists || dividesAs(before, after, schema::isFieldwise);
    }

    private static boolean dividesAs(
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        java.util.function.Predicate<@Nullable JsonNode> rule) {
      return (before == null || rule.test(before)) && (after == null || rule.test(after));
    }
  }
}
