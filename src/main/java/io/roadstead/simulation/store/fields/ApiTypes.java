// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roadstead.simulation.store.fields.TypeSchema.Patch;
import io.roadstead.simulation.store.fields.TypeSchema.Shape;
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
    if (field.has("list")) {
      return list(field);
    }
    Shape shape = field.path("merge").asText().equals("atomic") ? Shape.ATOMIC : Shape.DEDUCED;
    if (field.has("map")) {
      String values = field.path("map").asText();
      return new TypeSchema(
          shape, "map", List.of(), Patch.REPLACE, Map.of(), null, named(values));
    }
    TypeSchema type = named(field.path("type").asText());
    return new TypeSchema(
        shape, type.type(), List.of(), Patch.REPLACE, type.fields(), field.get("default"), null);
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
    TypeSchema type = named(field.path("list").asText());
    boolean whole = field.path("elements").asText().equals("atomic");
    TypeSchema element =
        new TypeSchema(
            whole ? Shape.ATOMIC : Shape.DEDUCED,
            type.type(),
            List.of(),
            Patch.REPLACE,
            type.fields(),
            null,
            null);
    return new TypeSchema(shape, "list", keys, patch, Map.of(), null, element);
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
