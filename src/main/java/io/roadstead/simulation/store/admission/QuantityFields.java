// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.List;
import java.util.Optional;

/** Normalizes all quantities as the server does, so that equal quantities are equal texts. */
final class QuantityFields {
  private QuantityFields() {}

  static void normalise(ResourceKind kind, ObjectNode object) {
    Containers.podSpec(kind, object)
        .ifPresent(spec -> Containers.all(spec).forEach(c -> normaliseResources(kind, c)));
    if (kind.equals(ResourceKinds.RESOURCE_QUOTA)) {
      Containers.objectAt(object.path("spec").path("hard")).ifPresent(hard -> each(kind, hard));
    }
    if (kind.equals(ResourceKinds.NODE)) {
      for (String field : List.of("capacity", "allocatable")) {
        Containers.objectAt(object.path("status").path(field)).ifPresent(map -> each(kind, map));
      }
    }
  }

  private static void normaliseResources(ResourceKind kind, ObjectNode container) {
    for (String field : List.of("limits", "requests")) {
      Containers.objectAt(container.path("resources").path(field))
          .ifPresent(map -> each(kind, map));
    }
  }

  private static void each(ResourceKind kind, ObjectNode amounts) {
    amounts
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              Optional<Amount> quantity = Amount.parse(value.asText());
              if (!value.isValueNode() || quantity.isEmpty()) {
                throw unreadable(kind);
              }
              amounts.put(entry.getKey(), quantity.get().canonical());
            });
  }

  private static ApiException unreadable(ResourceKind kind) {
    return ApiException.badRequest(
        "%s in version \"%s\" cannot be handled as a %s: quantities must match the regular expression"
                .formatted(kind.kind(), kind.version(), kind.kind())
            + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  }
}
