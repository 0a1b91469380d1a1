// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ownership record of one object: reads and writes {@code metadata.managedFields}. */
final class ManagedFields {
  private static final String FIELD = "managedFields";

  private final Map<Manager, FieldSet> sets;
  private final Map<Manager, String> times;

  private ManagedFields(Map<Manager, FieldSet> sets, Map<Manager, String> times) {
    this.sets = sets;
    this.times = times;
  }

  static ManagedFields of(@Nullable ObjectNode object) {
    Map<Manager, FieldSet> sets = new LinkedHashMap<>();
    Map<Manager, String> times = new LinkedHashMap<>();
    JsonNode entries = object == null ? null : object.path("metadata").get(FIELD);
    if (entries != null) {
      for (JsonNode entry : entries) {
        Manager manager = manager(entry);
        FieldSet fields = FieldSet.fromJson(entry.path("fieldsV1"));
        if (!fields.isEmpty()) {
          sets.merge(manager, fields, FieldSet::union);
          if (entry.hasNonNull("time")) {
            times.put(manager, entry.path("time").asText());
          }
        }
      }
    }
    return new ManagedFields(sets, times);
  }

  /** Whether a write resets all ownership: an empty list, or a list with one empty entry. */
  static boolean isReset(ObjectNode object) {
    JsonNode entries = object.path("metadata").path(FIELD);
    boolean oneEmpty = entries.size() == 1 && entries.get(0).isEmpty();
    return entries.isArray() && (entries.isEmpty() || oneEmpty);
  }

  static void clear(ObjectNode object) {
    Metadata.of(object).remove(FIELD);
  }

  boolean isEmpty() {
    return sets.isEmpty();
  }

  List<Manager> managers() {
    return List.copyOf(sets.keySet());
  }

  FieldSet get(Manager manager) {
    return sets.getOrDefault(manager, FieldSet.EMPTY);
  }

  /** All fields that have an owner. */
  FieldSet all() {
    return sets.values().stream().reduce(FieldSet.EMPTY, FieldSet::union);
  }

  /** Replaces what a manager owns; an entry that owns nothing is dropped. */
  void put(Manager manager, FieldSet fields) {
    if (fields.isEmpty()) {
      sets.remove(manager);
      return;
    }
    sets.put(manager, fields);
  }

  void touch(Manager manager, String time) {
    times.put(manager, time);
  }

  /**
   * Writes the record. A manager that never changed a value, but only applied equal ones, has no
   * time.
   */
  void writeTo(ObjectNode object) {
    if (sets.isEmpty()) {
      clear(object);
      return;
    }
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    List<Manager> ordered = new ArrayList<>(sets.keySet());
    ordered.sort(
        Comparator.comparing(Manager::operation)
            .thenComparing(manager -> times.getOrDefault(manager, ""))
            .thenComparing(Comparator.naturalOrder()));
    ordered.forEach(manager -> entries.add(entry(manager)));
    Metadata.of(object).set(FIELD, entries);
  }

  private ObjectNode entry(Manager manager) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("apiVersion", manager.apiVersion());
    entry.put("fieldsType", "FieldsV1");
    entry.set("fieldsV1", get(manager).toJson());
    entry.put("manager", manager.name());
    entry.put("operation", manager.operation().text());
    if (!manager.subresource().isEmpty()) {
      entry.put("subresource", manager.subresource());
    }
    if (times.containsKey(manager)) {
      entry.put("time", times.get(manager));
    }
    return entry;
  }

  private static Manager manager(JsonNode entry) {
    boolean applied = entry.path("operation").asText().equals(Manager.Operation.APPLY.text());
    return new Manager(
        entry.path("manager").asText(),
        applied ? Manager.Operation.APPLY : Manager.Operation.UPDATE,
        entry.path("apiVersion").asText(),
        entry.path("subresource").asText(""));
  }
}
