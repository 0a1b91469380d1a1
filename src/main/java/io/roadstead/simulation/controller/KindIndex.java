// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest known objects of one kind, by key, namespace and controlling owner. */
final class KindIndex {
  private final Map<ObjectKey, ObjectNode> all = new LinkedHashMap<>();
  private final Map<String, Map<ObjectKey, ObjectNode>> byNamespace = new HashMap<>();
  private final Map<String, Map<ObjectKey, ObjectNode>> byOwner = new HashMap<>();

  @Nullable ObjectNode get(ObjectKey key) {
    return all.get(key);
  }

  Collection<ObjectNode> list(String namespace) {
    return namespace.isEmpty()
        ? List.copyOf(all.values())
        : List.copyOf(byNamespace.getOrDefault(namespace, Map.of()).values());
  }

  List<ObjectNode> controlledBy(String ownerUid) {
    return List.copyOf(byOwner.getOrDefault(ownerUid, Map.of()).values());
  }

  /** Keeps the object unless a newer one is known. */
  void put(ObjectNode object) {
    ObjectKey key = ObjectKey.of(object);
    ObjectNode known = all.get(key);
    if (known != null && version(known) > version(object)) {
      return;
    }
    if (known != null && !Meta.controllerUid(known).equals(Meta.controllerUid(object))) {
      take(byOwner, Meta.controllerUid(known), key);
    }
    all.put(key, object);
    byNamespace.computeIfAbsent(key.namespace(), any -> new LinkedHashMap<>()).put(key, object);
    byOwner
        .computeIfAbsent(Meta.controllerUid(object), any -> new LinkedHashMap<>())
        .put(key, object);
  }

  /** Removes the object unless a later one with the same name is known. */
  void remove(ObjectNode object) {
    ObjectKey key = ObjectKey.of(object);
    ObjectNode known = all.get(key);
    if (known == null || version(known) > version(object)) {
      return;
    }
    all.remove(key);
    take(byNamespace, key.namespace(), key);
    take(byOwner, Meta.controllerUid(known), key);
  }

  private static void take(
      Map<String, Map<ObjectKey, ObjectNode>> index, String group, ObjectKey key) {
    Map<ObjectKey, ObjectNode> members = index.get(group);
    if (members == null) {
      return;
    }
    members.remove(key);
    if (members.isEmpty()) {
      index.remove(group);
    }
  }

  private static long version(JsonNode object) {
    return object.path("metadata").path("resourceVersion").asLong();
  }
}
