// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Determines which schemas a document needs: the others are left over from scanning the code. */
final class References {
  private final Map<String, Schema> schemas;
  private final Set<String> found = new HashSet<>();

  private References(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** The given names, and those of the schemas that they refer to. */
  static Set<String> from(Map<String, Schema> schemas, Collection<String> names, String name) {
    var references = new References(schemas);
    names.forEach(references::follow);
    references.follow(name);
    return references.found;
  }

  private void follow(String name) {
    if (found.add(name)) {
      visit(Objects.requireNonNull(schemas.get(name), name));
    }
  }

  private void visit(Schema schema) {
    if (schema.getRef() != null) {
      follow(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
    }
    Stream.of(
            inner(schema.getProperties()),
            Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()),
            inner(schema.getAllOf()),
            inner(schema.getAnyOf()),
            inner(schema.getOneOf()))
        .flatMap(stream -> stream)
        .filter(Objects::nonNull)
        .forEach(this::visit);
  }

  private static Stream<Schema> inner(@Nullable Map<String, Schema> properties) {
    return properties == null ? Stream.empty() : properties.values().stream();
  }

  private static Stream<Schema> inner(@Nullable List<Schema> choices) {
    return choices == null ? Stream.empty() : choices.stream();
  }
}
