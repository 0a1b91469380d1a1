// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an app that Roadstead passes on to Kubernetes without acting on them, as a tree with
 * the JSON names of the contract. A value is a text, a {@link Long}, a {@link Boolean}, a list, or
 * a map with the same kinds of values; a setting that is not set has no entry.
 *
 * <p>The contract (proto/roadstead/v1/app.proto) is the only place that lists them.
 *
 * @param values the settings by name
 */
public record Settings(Map<String, Object> values) {
  public static final Settings NONE = new Settings(Map.of());

  public Settings {
    values = copy(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The settings of a group; empty when it is not set. */
  public Settings group(String name) {
    return values.get(name) instanceof Map<?, ?> group ? new Settings(cast(group)) : NONE;
  }

  /** The elements of a list of groups; empty when it is not set. */
  public List<Settings> groups(String name) {
    List<Settings> groups = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> group) {
          groups.add(new Settings(cast(group)));
        }
      }
    }
    return groups;
  }

  /** A text, or null when it is not set. */
  public @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** A text; empty when it is not set. */
  public String word(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** Whether a flag is set to true. */
  public boolean is(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Whether a setting is set. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The texts of a list; empty when it is not set. */
  public List<String> words(String name) {
    List<String> words = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      list.forEach(element -> words.add(String.valueOf(element)));
    }
    return words;
  }

  /** The texts of a group by name; empty when it is not set. */
  public Map<String, String> texts(String name) {
    Map<String, String> texts = new TreeMap<>();
    group(name)
        .values()
        .forEach(
            (key, value) -> {
              if (value instanceof String text) {
                texts.put(key, text);
              }
            });
    return texts;
  }

  /** The same settings with another value; null removes it. */
  public Settings with(String name, @Nullable Object value) {
    Map<String, Object> changed = new TreeMap<>(values);
    if (value == null || value.equals(Map.of())) {
      changed.remove(name);
    } else {
      changed.put(name, value instanceof Settings group ? group.values() : value);
    }
    return new Settings(changed);
  }

  /** The same settings with each element of a list of groups changed. */
  public Settings withEach(String name, UnaryOperator<Settings> change) {
    return has(name)
        ? with(name, groups(name).stream().map(group -> change.apply(group).values()).toList())
        : this;
  }

  /** Settings may contain file contents and commands, so they are omitted. */
  @Override
  public String toString() {
    return "Settings" + values.keySet();
  }

  private static Map<String, Object> copy(Map<String, Object> values) {
    Map<String, Object> copies = new TreeMap<>();
    values.forEach((name, value) -> copies.put(name, copyOf(value)));
    return Collections.unmodifiableMap(copies);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(cast(map));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Settings::copyOf).toList();
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  @SuppressWarnings("unchecked") // Every map in the tree has names as keys.
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
