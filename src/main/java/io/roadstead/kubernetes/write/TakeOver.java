// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.roadstead.kubernetes.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the ownership of what a spec can express from other managers to Roadstead, so that an apply
 * also removes what they had set and the spec omits (an environment variable, a container). A
 * forced apply alone takes over only the fields that it sets. What a spec can't express (volumes,
 * init containers, a container's mounts) stays with its owner.
 */
final class TakeOver {
  private static final Set<String> IN_POD = Set.of("f:imagePullSecrets", "f:serviceAccountName");
  private static final Set<String> IN_CONTAINER =
      Set.of(
          "f:command",
          "f:args",
          "f:env",
          "f:ports",
          "f:resources",
          "f:startupProbe",
          "f:readinessProbe",
          "f:livenessProbe");
  private static final String CONTAINERS = "f:containers";
  private static final List<String> POD = List.of("f:spec", "f:template", "f:spec");

  private TakeOver() {}

  /**
   * The resulting managedFields; empty when there is nothing to take over.
   *
   * @param kept names of the containers in the spec; others are taken over completely
   */
  static Optional<List<ManagedFieldsEntry>> of(HasMetadata live, Set<String> kept) {
    ObjectNode taken = Json.MAPPER.createObjectNode();
    List<ManagedFieldsEntry> entries = new ArrayList<>();
    ManagedFieldsEntry ours = null;
    for (ManagedFieldsEntry entry : Managers.of(live)) {
      if (Managers.isOurs(entry)) {
        ours = entry;
      } else if (Managers.isForeign(entry)) {
        entries.add(with(entry, take(Managers.fields(entry).deepCopy(), taken, kept)));
      } else {
        entries.add(entry);
      }
    }
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    entries.add(0, merged(live, ours, taken));
    return Optional.of(entries);
  }

  private static ManagedFieldsEntry merged(
      HasMetadata live, @Nullable ManagedFieldsEntry ours, ObjectNode taken) {
    ManagedFieldsEntry base =
        ours != null
            ? ours
            : new ManagedFieldsEntryBuilder()
                .withManager(Managers.ROADSTEAD)
                .withOperation("Apply")
                .withApiVersion(live.getApiVersion())
                .withFieldsType("FieldsV1")
                .build();
    JsonNode fields = Managers.fields(base).deepCopy();
    merge((ObjectNode) fields, taken);
    return with(base, fields);
  }

  /** Moves our part from {@code fields} to {@code taken}. */
  private static JsonNode take(JsonNode fields, ObjectNode taken, Set<String> kept) {
    if (!(at(fields) instanceof ObjectNode pod)) {
      return fields;
    }
    ObjectNode mine = Json.MAPPER.createObjectNode();
    IN_POD.forEach(name -> move(pod, name, mine));
    if (pod.get(CONTAINERS) instanceof ObjectNode containers) {
      ObjectNode taking = Json.MAPPER.createObjectNode();
      takeContainers(containers, taking, kept);
      if (!taking.isEmpty()) {
        mine.set(CONTAINERS, taking);
      }
    }
    if (!mine.isEmpty()) {
      ObjectNode root = Json.MAPPER.createObjectNode();
      root.withObject("/f:spec/f:template/f:spec").setAll(mine);
      merge(taken, root);
    }
    return fields;
  }

  private static void takeContainers(ObjectNode containers, ObjectNode taking, Set<String> kept) {
    List<String> keys = new ArrayList<>();
    containers.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      if (!(containers.get(key) instanceof ObjectNode container) || key.equals(".")) {
        continue;
      }
      boolean stays = kept.stream().anyMatch(name -> key.equals("k:{\"name\":\"" + name + "\"}"));
      if (!stays) {
        move(containers, key, taking);
        continue;
      }
      ObjectNode mine = Json.MAPPER.createObjectNode();
      IN_CONTAINER.forEach(name -> move(container, name, mine));
      if (!mine.isEmpty()) {
        taking.set(key, mine);
      }
    }
  }

  private static void move(ObjectNode from, String name, ObjectNode to) {
    JsonNode value = from.remove(name);
    if (value != null) {
      to.set(name, value);
    }
  }

  private static JsonNode at(JsonNode fields) {
    JsonNode found = fields;
    for (String name : POD) {
      found = found.path(name);
    }
    return found;
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.fields()
        .forEachRemaining(
            entry -> {
              if (into.get(entry.getKey()) instanceof ObjectNode there
                  && entry.getValue() instanceof ObjectNode more) {
                merge(there, more);
                return;
              }
              into.set(entry.getKey(), entry.getValue());
            });
  }

  private static ManagedFieldsEntry with(ManagedFieldsEntry entry, JsonNode fields) {
    return new ManagedFieldsEntryBuilder(entry)
        .withFieldsV1(Json.MAPPER.convertValue(fields, FieldsV1.class))
        .build();
  }
}
