// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Map;

/** The rules of storage, runtime and priority classes. */
final class ClassValidation {
  private static final int MAX_PRIORITY = 1_000_000_000;

  private static final Map<ResourceKind, String> REQUIRED =
      Map.of(
          ResourceKinds.STORAGE_CLASS, "provisioner",
          ResourceKinds.RUNTIME_CLASS, "handler");

  private ClassValidation() {}

  static void check(ResourceKind kind, ObjectNode object, List<StatusCause> causes) {
    String required = REQUIRED.get(kind);
    if (required != null && object.path(required).asText("").isEmpty()) {
      causes.add(StatusCause.required(required, ""));
    }
    boolean builtIn = object.path("metadata").path("name").asText("").startsWith("system-");
    if (kind.equals(ResourceKinds.PRIORITY_CLASS)
        && !builtIn
        && object.path("value").asInt() > MAX_PRIORITY) {
      String rule = "maximum allowed value of a user defined priority is " + MAX_PRIORITY;
      causes.add(StatusCause.forbidden("value", rule));
    }
  }
}
