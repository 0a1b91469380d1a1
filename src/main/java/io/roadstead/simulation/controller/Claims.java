// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which PersistentVolumeClaims pods use, and whether they can be used. */
final class Claims {
  private Claims() {}

  /** The names of the claims that the volumes of a pod refer to. */
  static List<String> of(JsonNode pod) {
    List<String> names = new ArrayList<>();
    for (JsonNode volume : pod.path("spec").path("volumes")) {
      String name = volume.path("persistentVolumeClaim").path("claimName").asText("");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether an unfinished pod uses the claim. */
  static boolean used(ObjectNode claim, ClusterCache cache) {
    return cache.list(ResourceKinds.POD, Meta.namespace(claim)).stream()
        .filter(pod -> !Pods.finished(pod))
        .anyMatch(pod -> of(pod).contains(Meta.name(claim)));
  }

  /** Why the scheduler can't place a pod because of its claims, in its words. */
  static Optional<String> obstacle(JsonNode pod, ClusterCache cache) {
    for (String name : of(pod)) {
      ObjectNode claim =
          cache.get(
              ResourceKinds.PERSISTENT_VOLUME_CLAIM, new ObjectKey(Meta.namespace(pod), name));
      if (claim == null) {
        return Optional.of("persistentvolumeclaim \"" + name + "\" not found");
      }
      if (Meta.deleting(claim)) {
        return Optional.of("persistentvolumeclaim \"" + name + "\" is being deleted");
      }
      if (!bound(claim)) {
        return Optional.of("pod has unbound immediate PersistentVolumeClaims");
      }
    }
    return Optional.empty();
  }

  static boolean bound(JsonNode claim) {
    return claim.path("status").path("phase").asText().equals("Bound");
  }
}
