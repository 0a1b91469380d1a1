// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import io.roadstead.simulation.store.ResourceKind;
import java.util.Map;
import java.util.Objects;

/** The merge rules of each kind; of a kind without a definition, only those of its metadata. */
final class Schemas {
  private static final Map<String, TypeSchema> BY_KIND = ApiTypes.byKind();

  private static final TypeSchema ANY =
      TypeSchema.object("", Map.of("metadata", definition("v1/ConfigMap").field("metadata")));

  private Schemas() {}

  static TypeSchema of(ResourceKind kind) {
    return BY_KIND.getOrDefault(kind.apiVersion() + "/" + kind.kind(), ANY);
  }

  private static TypeSchema definition(String kind) {
    return Objects.requireNonNull(BY_KIND.get(kind));
  }
}
