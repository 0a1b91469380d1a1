// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.roadstead.rest.body.AppSpecBody;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The known fields at the position of an unknown field, and where else its name is known.
 *
 * @param name the unknown field
 * @param body the type of the whole body, or null when it can't be determined
 * @param parent the path of the object that has the field; empty for the body
 * @param here the known fields at that position
 */
record KnownFields(String name, @Nullable Class<?> body, String parent, Collection<String> here) {
  /** The fields that an app has in a response, in addition to those of a deploy. */
  private static final Set<String> OF_ANSWER =
      Set.of("name", "uid", "managed", "spec", "status", "etag", "createTime", "objects");

  static KnownFields of(UnrecognizedPropertyException error) {
    var here = new TreeSet<String>();
    if (error.getKnownPropertyIds() != null) {
      error.getKnownPropertyIds().forEach(id -> here.add(String.valueOf(id)));
    }
    String path = JsonPaths.path(error);
    int end = path.length() - error.getPropertyName().length();
    return new KnownFields(
        error.getPropertyName(),
        body(error.getPath()),
        path.substring(0, Math.max(0, end - 1)),
        here);
  }

  private static @Nullable Class<?> body(List<Reference> path) {
    Object from = path.isEmpty() ? null : path.get(0).getFrom();
    if (from instanceof Class<?> type) {
      return type;
    }
    return from == null ? null : from.getClass();
  }

  /** Whether it looks like a complete app that was read and sent back. */
  boolean isOfAnswer() {
    return body == AppSpecBody.class && parent.isEmpty() && OF_ANSWER.contains(name);
  }

  /** A known field here with a spelling similar to the unknown one, or null. */
  @Nullable String similar() {
    int allowed = name.length() < 5 ? 1 : 2;
    String wanted = name.toLowerCase(Locale.ROOT);
    return here.stream()
        .filter(known -> distance(wanted, known.toLowerCase(Locale.ROOT)) <= allowed)
        .findFirst()
        .orElse(null);
  }

  /** Where else in the body the name is known, nearest to where it was sent; or null. */
  @Nullable String elsewhere() {
    Map<String, Class<?>> objects = new LinkedHashMap<>();
    if (body != null) {
      collect("", body, objects);
    }
    return objects.entrySet().stream()
        .filter(object -> names(object.getValue()).contains(name))
        .map(Map.Entry::getKey)
        .filter(path -> !path.equals(parent))
        .min(
            Comparator.comparing((String path) -> -shared(path).size())
                .thenComparing(path -> segments(path).size()))
        .map(path -> path.isEmpty() ? "the body itself" : inThisElement(path))
        .orElse(null);
  }

  /** The path with the indexes of the object that has the unknown field. */
  private String inThisElement(String path) {
    List<String> shared = shared(path);
    List<String> all = segments(path);
    return Stream.concat(shared.stream(), all.subList(shared.size(), all.size()).stream())
        .collect(Collectors.joining("."));
  }

  /** The beginning of the parent that a path has as well, whatever the indexes. */
  private List<String> shared(String path) {
    List<String> sent = segments(parent);
    List<String> known = segments(path);
    int length = 0;
    while (length < Math.min(sent.size(), known.size())
        && withoutIndex(sent.get(length)).equals(withoutIndex(known.get(length)))) {
      length++;
    }
    return sent.subList(0, length);
  }

  private static String withoutIndex(String segment) {
    return segment.replaceAll("\\[\\d+]", "");
  }

  private static List<String> segments(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("\\."));
  }

  private static List<String> names(Class<?> type) {
    return List.of(type.getRecordComponents()).stream().map(RecordComponent::getName).toList();
  }

  private static void collect(String at, Class<?> type, Map<String, Class<?>> objects) {
    if (!type.isRecord()) {
      return;
    }
    objects.put(at, type);
    for (RecordComponent component : type.getRecordComponents()) {
      String path = (at.isEmpty() ? "" : at + ".") + component.getName();
      if (component.getGenericType() instanceof ParameterizedType list
          && Collection.class.isAssignableFrom(component.getType())) {
        Type element = list.getActualTypeArguments()[0];
        if (element instanceof Class<?> elementType) {
          collect(path + "[0]", elementType, objects);
        }
      } else {
        collect(path, component.getType(), objects);
      }
    }
  }

  /** Number of characters to change, add or remove (Levenshtein distance). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + same);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
