// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The types that an app's objects are made of, in a short form of Kubernetes' OpenAPI document: one
 * type a line, {@code Type: field=type …}. A type is the name of another, a primitive or the values
 * of an enum separated by bars; {@code []} follows a list, {@code {}} a map and {@code *} a
 * required field.
 */
record Schema(Map<String, List<Field>> types) {
  private static final String RESOURCE = "/lossless/kubernetes.schema";

  /** How often a value occurs. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }

  /**
   * One field of a type.
   *
   * @param type what it is, or what its elements are
   * @param keys the fields that identify an element of a list
   */
  record Field(String name, String type, Shape shape, List<String> keys, boolean required) {
    List<String> values() {
      return Arrays.stream(type.split("[|]")).map(v -> v.equals("''") ? "" : v).toList();
    }

    boolean isEnum() {
      return type.contains("|");
    }

    String at(String path) {
      String suffix =
          switch (shape) {
            case ONE -> "";
            case LIST -> "[]";
            case MAP -> "{}";
          };
      return (path.isEmpty() ? name : path + "." + name) + suffix;
    }
  }

  /** The schema of the API server that the tests run on. */
  static Schema bundled() {
    return parse(bundledText());
  }

  static String bundledText() {
    try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Schema parse(String text) {
    Map<String, List<Field>> types = new TreeMap<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      int colon = line.indexOf(':');
      List<Field> fields =
          Arrays.stream(line.substring(colon + 1).trim().split(" ")).map(Schema::field).toList();
      types.put(line.substring(0, colon), fields);
    }
    return new Schema(types);
  }

  private static Field field(String text) {
    int equals = text.indexOf('=');
    String name = text.substring(0, equals);
    String type = text.substring(equals + 1);
    boolean required = type.endsWith("*");
    type = required ? type.substring(0, type.length() - 1) : type;
    if (type.endsWith("{}")) {
      return new Field(name, type.substring(0, type.length() - 2), Shape.MAP, List.of(), required);
    }
    if (type.endsWith("]")) {
      int open = type.indexOf('[');
      String keys = type.substring(open + 1, type.length() - 1);
      List<String> list = keys.isEmpty() ? List.of() : List.of(keys.split(","));
      return new Field(name, type.substring(0, open), Shape.LIST, list, required);
    }
    return new Field(name, type, Shape.ONE, List.of(), required);
  }

  /** Whether it is a type with fields, not a primitive or an enum. */
  boolean isObject(String type) {
    return types.containsKey(type);
  }

  List<Field> fields(String type) {
    return Objects.requireNonNull(types.get(type), type);
  }

  /** The paths of all values below a type, with the field that each one ends in. */
  Map<String, String> leaves(String type) {
    Map<String, String> leaves = new LinkedHashMap<>();
    collect(type, "", leaves, new ArrayList<>());
    return leaves;
  }

  private void collect(String type, String path, Map<String, String> leaves, List<String> above) {
    above.add(type);
    for (Field field : fields(type)) {
      if (Skipped.reason(type, field.name()) != null) {
        leaves.put(field.at(path), type + "." + field.name());
      } else if (isObject(field.type()) && !above.contains(field.type())) {
        collect(field.type(), field.at(path), leaves, above);
      } else {
        leaves.put(field.at(path), type + "." + field.name());
      }
    }
    above.remove(above.size() - 1);
  }
}
