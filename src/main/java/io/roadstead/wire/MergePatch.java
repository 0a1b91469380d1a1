// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.roadstead.v1.LimitsProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Merges a partial change into a message, both as the JSON of the contract (RFC 7396). Beyond that
 * standard, elements of the lists in {@link ListKeys} are merged by their keys, and a new
 * alternative replaces the previous one. What is not understood is kept as it was sent, for {@link
 * MessageReader} to refuse.
 */
final class MergePatch {
  private MergePatch() {}

  /** The merged message; neither argument is changed. */
  static ObjectNode merge(Descriptor type, JsonNode found, ObjectNode sent) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    if (found instanceof ObjectNode object) {
      merged.setAll(object);
    }
    Map<String, FieldDescriptor> fields = new HashMap<>();
    type.getFields().forEach(field -> fields.put(field.getJsonName(), field));
    sent.properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              FieldDescriptor field = fields.get(name);
              if (field == null) {
                merged.set(name, entry.getValue());
              } else if (entry.getValue().isNull()) {
                merged.remove(name);
              } else {
                set(merged, field, entry.getValue(), sent);
              }
            });
    return merged;
  }

  private static void set(
      ObjectNode merged, FieldDescriptor field, JsonNode value, ObjectNode sent) {
    alternatives(field)
        .map(FieldDescriptor::getJsonName)
        .filter(name -> !sent.hasNonNull(name))
        .forEach(merged::remove);
    JsonNode before = merged.path(field.getJsonName());
    JsonNode after = value(field, before, value);
    // A change that only removes does not make what it removes from.
    boolean onlyRemoves = !before.isObject() && after.isObject() && after.isEmpty();
    if (!onlyRemoves || value.isEmpty()) {
      merged.set(field.getJsonName(), after);
    }
  }

  private static JsonNode value(FieldDescriptor field, JsonNode found, JsonNode sent) {
    if (field.isMapField()) {
      return sent instanceof ObjectNode object ? map(found, object) : sent;
    }
    if (field.isRepeated()) {
      return ListKeys.areMerged(field) && sent instanceof ArrayNode list && !list.isEmpty()
          ? list(field.getMessageType(), found, list)
          : sent;
    }
    return field.getJavaType() == JavaType.MESSAGE && sent instanceof ObjectNode object
        ? merge(field.getMessageType(), found, object)
        : sent;
  }

  private static ObjectNode map(JsonNode found, ObjectNode sent) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    if (found instanceof ObjectNode object) {
      merged.setAll(object);
    }
    merged.setAll(sent);
    merged.remove(
        sent.properties().stream()
            .filter(entry -> entry.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList());
    return merged;
  }

  /** An element sent twice is appended the second time, so that it is refused as in a deploy. */
  private static ArrayNode list(Descriptor type, JsonNode found, ArrayNode sent) {
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    found.forEach(merged::add);
    Set<Integer> seen = new HashSet<>();
    Set<Integer> removed = new HashSet<>();
    for (JsonNode element : sent) {
      if (!(element instanceof ObjectNode object)) {
        merged.add(element);
        continue;
      }
      int index = index(merged, it -> ListKeys.match(type, object, it), seen);
      ObjectNode after =
          merge(type, index < 0 ? MissingNode.getInstance() : merged.get(index), object);
      if (index < 0) {
        index = merged.size();
        merged.add(after);
      } else {
        merged.set(index, after);
      }
      seen.add(index);
      if (isRemoval(type, object, after)) {
        removed.add(index);
      }
    }
    return without(merged, removed);
  }

  private static int index(ArrayNode elements, Predicate<JsonNode> wanted, Set<Integer> except) {
    for (int i = 0; i < elements.size(); i++) {
      if (!except.contains(i) && wanted.test(elements.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static ArrayNode without(ArrayNode elements, Set<Integer> indexes) {
    ArrayNode rest = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < elements.size(); i++) {
      if (!indexes.contains(i)) {
        rest.add(elements.get(i));
      }
    }
    return rest;
  }

  /** Only its key and null for what an element must have. */
  private static boolean isRemoval(Descriptor type, ObjectNode sent, ObjectNode after) {
    List<String> keys = ListKeys.of(type, sent);
    boolean onlyNulls =
        sent.properties().stream()
            .allMatch(entry -> keys.contains(entry.getKey()) || entry.getValue().isNull());
    return onlyNulls
        && type.getFields().stream()
            .filter(field -> sent.path(field.getJsonName()).isNull())
            .filter(field -> !keys.contains(field.getJsonName()))
            .anyMatch(field -> isMissed(field, after));
  }

  private static boolean isMissed(FieldDescriptor field, ObjectNode after) {
    OneofDescriptor group = field.getRealContainingOneof();
    return group == null
        ? FieldLimits.isRequired(field)
        : group.getFields().stream().noneMatch(it -> after.hasNonNull(it.getJsonName()));
  }

  /** The other fields of which at most one is set. */
  private static Stream<FieldDescriptor> alternatives(FieldDescriptor field) {
    OneofDescriptor group = field.getRealContainingOneof();
    if (group != null) {
      return group.getFields().stream().filter(other -> other != field);
    }
    Descriptor type = field.getContainingType();
    List<String> exclusive = type.getOptions().getExtension(LimitsProto.exclusive);
    return exclusive.contains(field.getName())
        ? type.getFields().stream()
            .filter(other -> other != field && exclusive.contains(other.getName()))
        : Stream.empty();
  }
}
