// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads fields that an API server may omit or set to any value. */
final class Fields {
  /** Longer messages are of no use, and a malicious object must not exhaust the memory. */
  private static final int LONGEST_TEXT = 4_096;

  private Fields() {}

  /** The uid of the controller of that kind, or empty when it has none. */
  static String owner(ObjectMeta meta, String kind) {
    return orEmpty(meta.getOwnerReferences()).stream()
        .filter(owner -> kind.equals(owner.getKind()) && Boolean.TRUE.equals(owner.getController()))
        .map(OwnerReference::getUid)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  /** Null for an empty map: applying it would own the map itself. */
  static @Nullable Map<String, String> orNull(Map<String, String> map) {
    return map.isEmpty() ? null : map;
  }

  static Map<String, String> labels(@Nullable ObjectMeta meta) {
    return meta == null ? Map.of() : orEmpty(meta.getLabels());
  }

  static Map<String, String> annotations(@Nullable ObjectMeta meta) {
    return meta == null ? Map.of() : orEmpty(meta.getAnnotations());
  }

  static Map<String, String> only(@Nullable Map<String, String> all, Predicate<String> wanted) {
    return orEmpty(all).entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()) && entry.getValue() != null)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static @Nullable Instant instant(@Nullable String timestamp) {
    if (timestamp == null || timestamp.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(timestamp);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Instant orEpoch(@Nullable Instant instant) {
    return instant == null ? Instant.EPOCH : instant;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Free text, cut at a maximum length. */
  static String text(@Nullable String text) {
    String whole = orEmpty(text);
    return whole.length() <= LONGEST_TEXT ? whole : whole.substring(0, LONGEST_TEXT) + "…";
  }

  /** One of few distinct values: kept once in memory for all objects that have it. */
  static String word(@Nullable String word) {
    return orEmpty(word).intern();
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }

  /** The number, or 0 if there is none. */
  static long number(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
