// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The known fields at the position of an unknown field, and where else its name is known.
 *
 * @param name the unknown field
 * @param body the type of the whole body
 * @param parent the path of the object that has the field; empty for the body
 * @param here the known fields at that position
 */
record KnownFields(String name, Descriptor body, String parent, Collection<String> here) {
  KnownFields {
    here = new TreeSet<>(here);
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
    Map<String, Descriptor> objects = new LinkedHashMap<>();
    collect("", body, objects);
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

  private static List<String> names(Descriptor type) {
    return type.getFields().stream().map(FieldDescriptor::getJsonName).toList();
  }

  private static void collect(String at, Descriptor type, Map<String, Descriptor> objects) {
    objects.put(at, type);
    for (FieldDescriptor field : type.getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
        String path = (at.isEmpty() ? "" : at + ".") + field.getJsonName();
        collect(field.isRepeated() ? path + "[0]" : path, field.getMessageType(), objects);
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
