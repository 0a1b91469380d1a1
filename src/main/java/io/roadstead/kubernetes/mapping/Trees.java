// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.kubernetes.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares and combines objects as trees, list elements by their keys. */
public final class Trees {
  /** Objects of which one alternative is set: two must never be combined. */
  private static final Set<String> UNIONS = Set.of("preStop", "postStart", "valueFrom");

  private Trees() {}

  public static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The tree of an object; equal numbers are equal nodes. */
  public static ObjectNode of(Object object) {
    return (ObjectNode) normal(Json.MAPPER.valueToTree(object));
  }

  /** The object of a tree. */
  public static <T> T as(JsonNode tree, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the tree of a " + type.getSimpleName(), e);
    }
  }

  /** A copy of a spec without what the API server would fill in again. */
  public static JsonNode withoutFilledIn(JsonNode spec) {
    return ServerDefaults.notFilledIn("spec", spec);
  }

  private static JsonNode normal(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), normal(entry.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> copy.add(normal(element)));
      return copy;
    }
    return node.isLong() && node.canConvertToInt() ? IntNode.valueOf(node.intValue()) : node;
  }

  /**
   * The paths of everything in {@code live} that {@code said} does not have, without the values
   * that the API server fills in, e.g. {@code spec.template.spec.containers[web].resizePolicy}.
   */
  public static List<String> beyond(JsonNode live, JsonNode said, String at) {
    List<String> paths = new ArrayList<>();
    collectBeyond(live, said, "", at, paths);
    return paths;
  }

  /** As {@link #beyond}, with one path for a field or element that is absent as a whole. */
  public static List<String> additions(ObjectNode live, ObjectNode said) {
    List<String> paths = new ArrayList<>();
    collectAdditions(live, said, "", "", paths);
    return paths;
  }

  private static void collectAdditions(
      JsonNode live, @Nullable JsonNode said, String name, String at, List<String> paths) {
    List<String> keys = live.isArray() ? ListKeys.of(name, live) : null;
    if (said != null && live instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                String member = entry.getKey();
                JsonNode same = said.get(member);
                if (same != null || !ServerDefaults.is(member, entry.getValue())) {
                  String path = at.isEmpty() ? member : at + "." + member;
                  collectAdditions(entry.getValue(), same, member, path, paths);
                }
              });
    } else if (keys != null) {
      Map<String, JsonNode> others = byKey(said, keys);
      byKey(live, keys)
          .forEach(
              (key, element) ->
                  collectAdditions(element, others.get(key), "", at + "[" + key + "]", paths));
    } else if (said == null) {
      List<String> leaves = new ArrayList<>();
      collectBeyond(live, null, name, at, leaves);
      if (!leaves.isEmpty()) {
        paths.add(at);
      }
    }
  }

  /**
   * Of everything that {@code said} does not have, the paths that {@code merged} does not keep as
   * they are in {@code live}.
   */
  public static List<String> lost(JsonNode live, JsonNode said, JsonNode merged) {
    Map<String, JsonNode> before = leaves(live);
    Map<String, JsonNode> after = leaves(merged);
    return beyond(live, said, "").stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .toList();
  }

  private static Map<String, JsonNode> leaves(JsonNode tree) {
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    collectLeaves(tree, "", "", leaves);
    return leaves;
  }

  private static void collectLeaves(
      JsonNode node, String name, String at, Map<String, JsonNode> leaves) {
    List<String> keys = node.isArray() ? ListKeys.of(name, node) : null;
    if (keys != null) {
      byKey(node, keys)
          .forEach((key, value) -> collectLeaves(value, "", at + "[" + key + "]", leaves));
    } else if (node instanceof ObjectNode object && !object.isEmpty()) {
      object
          .properties()
          .forEach(
              entry ->
                  collectLeaves(
                      entry.getValue(),
                      entry.getKey(),
                      at.isEmpty() ? entry.getKey() : at + "." + entry.getKey(),
                      leaves));
    } else {
      leaves.put(at, node);
    }
  }

  private static void collectBeyond(
      JsonNode live, @Nullable JsonNode said, String name, String at, List<String> paths) {
    if (live instanceof ObjectNode object) {
      if (object.isEmpty() && said == null) {
        paths.add(at);
      }
      object
          .properties()
          .forEach(
              entry -> {
                JsonNode same = said == null ? null : said.get(entry.getKey());
                if (same != null || !ServerDefaults.is(entry.getKey(), entry.getValue())) {
                  collectBeyond(
                      entry.getValue(),
                      same,
                      entry.getKey(),
                      at.isEmpty() ? entry.getKey() : at + "." + entry.getKey(),
                      paths);
                }
              });
      return;
    }
    List<String> keys = live.isArray() ? ListKeys.of(name, live) : null;
    if (keys == null) {
      if (said == null) {
        paths.add(at);
      }
      return;
    }
    Map<String, JsonNode> others = byKey(said, keys);
    byKey(live, keys)
        .forEach(
            (key, element) ->
                collectBeyond(element, others.get(key), "", at + "[" + key + "]", paths));
  }

  /**
   * The object that results when what was said of it before is replaced by what is said now. What
   * was not said stays; an element that was said and is not said any longer goes as a whole.
   *
   * @param live the object
   * @param before the part of it that the contract expresses
   * @param now what the part becomes
   */
  public static ObjectNode replaced(ObjectNode live, JsonNode before, JsonNode now) {
    return (ObjectNode) Objects.requireNonNull(replaced("", live, before, now));
  }

  /** The tree that has what either has; where both have a value, the other's. */
  public static ObjectNode union(ObjectNode one, ObjectNode other) {
    return (ObjectNode) union("", one, other);
  }

  private static JsonNode union(String name, @Nullable JsonNode one, @Nullable JsonNode other) {
    if (one == null || other == null) {
      return Objects.requireNonNull(one == null ? other : one);
    }
    List<String> keys = one.isArray() ? ListKeys.of(name, one) : null;
    if (keys != null) {
      Map<String, JsonNode> elements = byKey(one, keys);
      byKey(other, keys)
          .forEach((key, element) -> elements.merge(key, element, (a, b) -> union("", a, b)));
      return JsonNodeFactory.instance.arrayNode().addAll(elements.values());
    }
    if (one instanceof ObjectNode object && other.isObject()) {
      ObjectNode result = object.deepCopy();
      other
          .properties()
          .forEach(
              entry ->
                  result.set(
                      entry.getKey(),
                      union(entry.getKey(), object.get(entry.getKey()), entry.getValue())));
      return result;
    }
    return other;
  }

  private static @Nullable JsonNode replaced(
      String name, @Nullable JsonNode live, @Nullable JsonNode before, @Nullable JsonNode now) {
    if (live == null) {
      return now;
    }
    if (now == null && before == null) {
      return live;
    }
    if (before == null && UNIONS.contains(name)) {
      return now;
    }
    if (live.isObject() && isObject(before) && isObject(now)) {
      return members(live, before, now);
    }
    List<String> keys = live.isArray() ? ListKeys.of(name, live) : null;
    return keys != null ? elements(live, before, now, keys) : now;
  }

  private static @Nullable ObjectNode members(
      JsonNode live, @Nullable JsonNode before, @Nullable JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    live.fieldNames().forEachRemaining(names::add);
    if (now != null) {
      now.fieldNames().forEachRemaining(names::add);
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode value = replaced(name, live.get(name), get(before, name), get(now, name));
      if (value != null) {
        result.set(name, value);
      }
    }
    return result.isEmpty() && now == null ? null : result;
  }

  private static @Nullable ArrayNode elements(
      JsonNode live, @Nullable JsonNode before, @Nullable JsonNode now, List<String> keys) {
    Map<String, JsonNode> old = byKey(before, keys);
    Map<String, JsonNode> wanted = byKey(now, keys);
    Map<String, JsonNode> kept = new LinkedHashMap<>();
    byKey(live, keys)
        .forEach(
            (key, element) -> {
              JsonNode next = wanted.get(key);
              if (next != null) {
                JsonNode value = old.containsKey(key) ? members(element, old.get(key), next) : next;
                kept.put(key, value == null ? next : value);
              } else if (!old.containsKey(key)) {
                kept.put(key, element);
              }
            });
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    ordered(kept, wanted).values().forEach(result::add);
    return result.isEmpty() ? null : result;
  }

  /** The order stays unless the wanted elements have another one; new elements come last. */
  private static Map<String, JsonNode> ordered(
      Map<String, JsonNode> kept, Map<String, JsonNode> wanted) {
    List<String> common = kept.keySet().stream().filter(wanted::containsKey).toList();
    List<String> asked = wanted.keySet().stream().filter(kept::containsKey).toList();
    Map<String, JsonNode> result = new LinkedHashMap<>();
    if (common.equals(asked)) {
      result.putAll(kept);
      wanted.forEach(result::putIfAbsent);
      return result;
    }
    wanted.forEach((key, element) -> result.put(key, kept.getOrDefault(key, element)));
    kept.forEach(result::putIfAbsent);
    return result;
  }

  private static Map<String, JsonNode> byKey(@Nullable JsonNode list, List<String> keys) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    if (list != null) {
      list.forEach(element -> elements.put(ListKeys.key(element, keys), element));
    }
    return elements;
  }

  private static boolean isObject(@Nullable JsonNode node) {
    return node == null || node.isObject();
  }

  private static @Nullable JsonNode get(@Nullable JsonNode object, String name) {
    return object == null ? null : object.get(name);
  }
}
