// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StoreView;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The committed objects with their indexes by uid and by owner. Guarded by the store's lock. */
final class ObjectTables implements StoreView {
  /** Sorts before every character of a name, so keys order by namespace, then name. */
  private static final char SEPARATOR = '\u0000';

  private final Map<ResourceKind, NavigableMap<String, ObjectNode>> tables = new HashMap<>();
  private final Map<String, ObjectRef> byUid = new HashMap<>();
  private final Map<String, Set<ObjectRef>> byOwner = new HashMap<>();

  static String key(String namespace, String name) {
    return namespace + SEPARATOR + name;
  }

  @Override
  public Optional<ObjectNode> find(ResourceKind kind, String namespace, String name) {
    return Optional.ofNullable(table(kind).get(key(namespace, name)));
  }

  @Override
  public Collection<ObjectNode> all(ResourceKind kind, String namespace) {
    NavigableMap<String, ObjectNode> table = table(kind);
    if (namespace.isEmpty()) {
      return table.values();
    }
    return table.subMap(key(namespace, ""), namespace + (char) (SEPARATOR + 1)).values();
  }

  void put(ResourceKind kind, ObjectNode object) {
    ObjectRef ref = ObjectRef.of(kind, object);
    @Nullable ObjectNode previous = table(kind).put(key(ref.namespace(), ref.name()), object);
    if (previous != null) {
      forgetOwners(ref, previous);
    }
    byUid.put(Metadata.uid(object), ref);
    for (JsonNode owner : Metadata.owners(object)) {
      byOwner.computeIfAbsent(owner.path("uid").asText(), uid -> new LinkedHashSet<>()).add(ref);
    }
  }

  void remove(ResourceKind kind, ObjectNode object) {
    ObjectRef ref = ObjectRef.of(kind, object);
    table(kind).remove(key(ref.namespace(), ref.name()));
    byUid.remove(Metadata.uid(object));
    forgetOwners(ref, object);
  }

  /** The dependents of the object with this uid, by owner reference. */
  List<ObjectRef> dependents(String uid) {
    return List.copyOf(byOwner.getOrDefault(uid, Set.of()));
  }

  boolean exists(String uid) {
    return byUid.containsKey(uid);
  }

  private void forgetOwners(ObjectRef ref, ObjectNode object) {
    for (JsonNode owner : Metadata.owners(object)) {
      byOwner.computeIfPresent(
          owner.path("uid").asText(),
          (uid, refs) -> {
            refs.remove(ref);
            return refs.isEmpty() ? null : refs;
          });
    }
  }

  private NavigableMap<String, ObjectNode> table(ResourceKind kind) {
    return tables.computeIfAbsent(kind, k -> new TreeMap<>());
  }
}
