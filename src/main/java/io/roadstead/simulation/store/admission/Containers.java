// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pod spec and the containers in the kinds that have them. */
final class Containers {
  private Containers() {}

  /** The pod spec of a pod or of a workload's template. */
  static Optional<ObjectNode> podSpec(ResourceKind kind, ObjectNode object) {
    JsonNode spec = object.path("spec");
    if (kind.equals(ResourceKinds.POD)) {
      return objectAt(spec);
    }
    if (kind.equals(ResourceKinds.DEPLOYMENT) || kind.equals(ResourceKinds.REPLICA_SET)) {
      return objectAt(spec.path("template").path("spec"));
    }
    return Optional.empty();
  }

  /** Ordinary and init containers, shared with the spec. */
  static List<ObjectNode> all(JsonNode podSpec) {
    List<ObjectNode> all = new ArrayList<>(objects(podSpec.path("containers")));
    all.addAll(objects(podSpec.path("initContainers")));
    return all;
  }

  /** The elements of a list that are objects. */
  static List<ObjectNode> objects(JsonNode list) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode element : list) {
      if (element instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  static Optional<ObjectNode> objectAt(JsonNode node) {
    return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }
}
