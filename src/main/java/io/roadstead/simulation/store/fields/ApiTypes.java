// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roadstead.simulation.store.fields.TypeSchema.Patch;
import io.roadstead.simulation.store.fields.TypeSchema.Shape;
import io.roadstead.simulation.store.fields.TypeSchema.Zero;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of {@code types.json}: the merge rules and patch strategies that the <a
 * href="https://github.com/kubernetes/kubernetes/tree/master/api/openapi-spec/v3">API
 * definition</a> declares.
 */
final class ApiTypes {
  private static final String FILE = "/io/roadstead/simulation/store/fields/types.json";

  private final JsonNode definitions;
  private final Map<String, TypeSchema> built = new HashMap<>();

  private ApiTypes(JsonNode definitions) {
    this.definitions = definitions;
  }

  /** The schemas by {@code apiVersion/kind}. */
  static Map<String, TypeSchema> byKind() {
    JsonNode document = read();
    ApiTypes types = new ApiTypes(document.path("types"));
    Map<String, TypeSchema> schemas = new HashMap<>();
    for (Map.Entry<String, JsonNode> kind : document.path("kinds").properties()) {
      schemas.put(kind.getKey(), types.named(kind.getValue().asText()));
    }
    return Map.copyOf(schemas);
  }

  private TypeSchema named(String type) {
    TypeSchema known = built.get(type);
    if (known != null) {
      return known;
    }
    Map<String, TypeSchema> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : definitions.path(type).properties()) {
      fields.put(field.getKey(), field(field.getValue()));
    }
    TypeSchema schema = TypeSchema.object(type, fields);
    built.put(type, schema);
    return schema;
  }

  private TypeSchema field(JsonNode field) {
    Zero zero =
        switch (field.path("zero").asText()) {
          case "omitted" -> Zero.OMITTED;
          case "written" -> Zero.WRITTEN;
          default -> Zero.KEPT;
        };
    return typed(field).with(field.get("default"), zero);
  }

  private TypeSchema typed(JsonNode field) {
    if (field.has("list")) {
      return list(field);
    }
    Shape shape = field.path("merge").asText().equals("atomic") ? Shape.ATOMIC : Shape.DEDUCED;
    if (field.has("map")) {
      TypeSchema values = named(field.path("map").asText());
      return collection(shape, "map", List.of(), Patch.REPLACE, values);
    }
    return named(field.path("type").asText()).as(shape);
  }

  private TypeSchema list(JsonNode field) {
    Shape shape =
        switch (field.path("merge").asText()) {
          case "map" -> Shape.KEYED_LIST;
          case "set" -> Shape.SET;
          default -> Shape.ATOMIC;
        };
    List<String> keys = new ArrayList<>();
    field.path("keys").forEach(key -> keys.add(key.asText()));
    boolean merges = field.path("patch").asText().contains("merge");
    Patch patch = new Patch(merges, field.path("patchKey").asText(""));
    TypeSchema element = named(field.path("list").asText());
    boolean whole = field.path("elements").asText().equals("atomic");
    return collection(shape, "list", keys, patch, whole ? element.as(Shape.ATOMIC) : element);
  }

  private static TypeSchema collection(
      Shape shape, String type, List<String> keys, Patch patch, TypeSchema elements) {
    return new TypeSchema(shape, type, keys, patch, Map.of(), null, Zero.KEPT, elements);
  }

  private static JsonNode read() {
    try (InputStream file = ApiTypes.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
