// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts the short form of {@link Schema} out of the OpenAPI documents of a running API server. */
final class OpenApiSchema {
  /** The documents that it takes, as paths of the API server. */
  static final List<String> PATHS =
      List.of("/openapi/v3/apis/apps/v1", "/openapi/v3/api/v1", "/openapi/v3/apis/autoscaling/v2");

  private static final List<String> ROOTS =
      List.of(
          "io.k8s.api.apps.v1.DeploymentSpec",
          "io.k8s.api.core.v1.ServiceSpec",
          "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec");
  private static final Map<String, String> SCALARS =
      Map.of(
          "Quantity", "quantity",
          "IntOrString", "int-or-string",
          "Time", "time",
          "FieldsV1", "fields");

  private final Map<String, JsonNode> definitions = new TreeMap<>();
  private final Map<String, String> lines = new TreeMap<>();

  private OpenApiSchema() {}

  /** The text of the schema. */
  static String of(List<JsonNode> documents) {
    var schema = new OpenApiSchema();
    for (JsonNode document : documents) {
      document
          .at("/components/schemas")
          .properties()
          .forEach(entry -> schema.definitions.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    ROOTS.forEach(schema::add);
    var text = new StringBuilder();
    schema.lines.forEach(
        (type, fields) -> text.append(type).append(": ").append(fields).append('\n'));
    return text.toString();
  }

  private String add(String definition) {
    String name = definition.substring(definition.lastIndexOf('.') + 1);
    JsonNode found = definitions.get(definition);
    if (SCALARS.containsKey(name)) {
      return SCALARS.get(name);
    }
    if (lines.putIfAbsent(name, "") != null) {
      return name;
    }
    List<String> required = new ArrayList<>();
    found.path("required").forEach(field -> required.add(field.asText()));
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : found.path("properties").properties()) {
      String mark = required.contains(field.getKey()) ? "*" : "";
      fields.add(field.getKey() + "=" + type(field.getValue()) + mark);
    }
    lines.put(name, String.join(" ", fields));
    return name;
  }

  private String type(JsonNode schema) {
    JsonNode reference = schema.has("allOf") ? schema.path("allOf").get(0) : schema;
    if (reference.has("$ref")) {
      String path = reference.path("$ref").asText();
      return add(path.substring(path.lastIndexOf('/') + 1));
    }
    if (schema.path("type").asText().equals("array")) {
      List<String> keys = new ArrayList<>();
      schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
      return type(schema.path("items")) + "[" + String.join(",", keys) + "]";
    }
    if (schema.has("additionalProperties")) {
      return type(schema.path("additionalProperties")) + "{}";
    }
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(v -> values.add(v.asText().isEmpty() ? "''" : v.asText()));
    return values.isEmpty() ? schema.path("type").asText() : String.join("|", values);
  }
}
