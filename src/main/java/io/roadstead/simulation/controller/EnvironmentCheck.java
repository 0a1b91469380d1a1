// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first ConfigMap, Secret or key that a container's environment refers to but that does
 * not exist.
 */
final class EnvironmentCheck {
  private final ClusterCache cache;

  EnvironmentCheck(ClusterCache cache) {
    this.cache = cache;
  }

  /** What is missing, as a kubelet message; null when nothing is missing. */
  @Nullable String problem(String namespace, JsonNode container) {
    for (JsonNode source : container.path("envFrom")) {
      String problem =
          first(
              missing(ResourceKinds.CONFIG_MAP, namespace, source.path("configMapRef"), false),
              missing(ResourceKinds.SECRET, namespace, source.path("secretRef"), false));
      if (problem != null) {
        return problem;
      }
    }
    for (JsonNode variable : container.path("env")) {
      JsonNode from = variable.path("valueFrom");
      String problem =
          first(
              missing(ResourceKinds.CONFIG_MAP, namespace, from.path("configMapKeyRef"), true),
              missing(ResourceKinds.SECRET, namespace, from.path("secretKeyRef"), true));
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private @Nullable String missing(
      ResourceKind kind, String namespace, JsonNode reference, boolean withKey) {
    if (reference.isMissingNode() || reference.path("optional").asBoolean()) {
      return null;
    }
    String name = reference.path("name").asText();
    ObjectNode source = cache.get(kind, new ObjectKey(namespace, name));
    if (source == null) {
      return "%s \"%s\" not found".formatted(kind.singular(), name);
    }
    String key = reference.path("key").asText();
    boolean found = source.path("data").has(key) || source.path("binaryData").has(key);
    return withKey && !found
        ? "couldn't find key %s in %s %s/%s".formatted(key, kind.kind(), namespace, name)
        : null;
  }
}
