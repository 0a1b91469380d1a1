// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The structs behind the API definition. They tell what the definition does not: which fields the
 * server omits when they are zero, and which it always writes.
 */
final class GoTypes {
  private static final Pattern STRUCT =
      Pattern.compile("^type (\\w+) struct \\{\\n(.*?)^\\}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("^\\s+(?:(\\w+)\\s+)?(\\S+)\\s+`json:\"([^\"]*)\"", Pattern.MULTILINE);

  private final Path api;
  private final Path machinery;
  private final Map<String, Map<String, String>> packages = new HashMap<>();

  /** Reads the sources of the modules {@code k8s.io/api} and {@code k8s.io/apimachinery}. */
  GoTypes(Path api, Path machinery) {
    this.api = api;
    this.machinery = machinery;
  }

  /**
   * A field of a struct.
   *
   * @param type as in the source, {@code *int32} for a pointer
   * @param omitted whether the zero value is omitted
   */
  record Field(String type, boolean omitted) {
    boolean isPointer() {
      return type.startsWith("*");
    }
  }

  /** The fields by their JSON name; empty for an unknown struct. */
  Map<String, Field> fields(String type) throws IOException {
    int dot = type.lastIndexOf('.');
    Map<String, Field> fields = new HashMap<>();
    if (dot > 0) {
      collect(type.substring(0, dot), type.substring(dot + 1), fields);
    }
    return fields;
  }

  private void collect(String pack, String struct, Map<String, Field> into) throws IOException {
    String body = structs(pack).getOrDefault(struct, "");
    Matcher field = FIELD.matcher(body);
    while (field.find()) {
      String[] tag = field.group(3).split(",", -1);
      if (tag[0].isEmpty()) {
        collect(pack, field.group(2), into);
      } else {
        into.put(tag[0], new Field(field.group(2), field.group(3).contains(",omit")));
      }
    }
  }

  private Map<String, String> structs(String pack) throws IOException {
    Map<String, String> known = packages.get(pack);
    if (known != null) {
      return known;
    }
    boolean isMachinery = pack.startsWith("apis.");
    Path root = isMachinery ? machinery.resolve("pkg") : api;
    Path file = root.resolve(pack.replace('.', '/')).resolve("types.go");
    Map<String, String> structs = new HashMap<>();
    if (Files.exists(file)) {
      Matcher struct = STRUCT.matcher(Files.readString(file));
      while (struct.find()) {
        structs.put(struct.group(1), struct.group(2));
      }
    }
    packages.put(pack, structs);
    return structs;
  }
}
