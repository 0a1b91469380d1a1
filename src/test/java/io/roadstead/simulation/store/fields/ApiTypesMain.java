// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Derives {@code types.json} from the OpenAPI definition in {@code api/openapi-spec/v3} of a
 * Kubernetes release: for each field of the served kinds its type, merge rule and patch strategy.
 */
final class ApiTypesMain {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REFERENCE = "#/components/schemas/";

  private static final Set<String> OPAQUE =
      Set.of("apis.meta.v1.ManagedFieldsEntry", "apis.meta.v1.Time", "apis.meta.v1.MicroTime");
  private static final Set<String> SCALARS =
      Set.of("string", "int32", "int64", "boolean", "api.resource.Quantity");

  private final GoTypes structs;
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, ObjectNode> types = new TreeMap<>();

  private ApiTypesMain(GoTypes structs) {
    this.structs = structs;
  }

  /**
   * Takes the folder of the definition, the folders of the modules {@code k8s.io/api} and {@code
   * k8s.io/apimachinery} of the same release, and the file to write.
   */
  public static void main(String[] arguments) throws IOException {
    ApiTypesMain types =
        new ApiTypesMain(new GoTypes(Path.of(arguments[1]), Path.of(arguments[2])));
    for (ResourceKind kind : ResourceKinds.all()) {
      types.add(kind, Path.of(arguments[0]));
    }
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter(" ", "\n"));
    Files.writeString(
        Path.of(arguments[3]), JSON.writer(printer).writeValueAsString(types.document()) + "\n");
  }

  private ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode named = document.putObject("kinds");
    kinds.forEach(named::put);
    ObjectNode all = document.putObject("types");
    types.forEach(all::set);
    return document;
  }

  private void add(ResourceKind kind, Path folder) throws IOException {
    String group = kind.group().isEmpty() ? "api" : "apis__" + kind.group();
    Path file = folder.resolve(group + "__" + kind.version() + "_openapi.json");
    JsonNode schemas = JSON.readTree(file.toFile()).path("components").path("schemas");
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      for (JsonNode served : schema.getValue().path("x-kubernetes-group-version-kind")) {
        if (served.path("kind").asText().equals(kind.kind())
            && served.path("group").asText().equals(kind.group())) {
          kinds.put(kind.apiVersion() + "/" + kind.kind(), shortName(schema.getKey()));
          type(schema.getKey(), schemas);
        }
      }
    }
  }

  private void type(String name, JsonNode schemas) throws IOException {
    String known = shortName(name);
    JsonNode schema = schemas.path(name);
    if (types.containsKey(known) || OPAQUE.contains(known) || !schema.has("properties")) {
      return;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    types.put(known, fields);
    Map<String, GoTypes.Field> struct = structs.fields(known);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode field = field(property.getValue(), schemas);
      GoTypes.Field source = struct.get(property.getKey());
      if (source != null) {
        zero(field, source);
      }
      fields.set(property.getKey(), field);
    }
  }

  /** What the server makes of the zero value: nothing for a pointer. */
  private void zero(ObjectNode field, GoTypes.Field source) {
    String type = field.path("type").asText("");
    boolean opaque = OPAQUE.contains(field.path("list").asText(type));
    if (source.isPointer() || opaque) {
      return;
    }
    boolean struct = types.containsKey(type) || type.equals("api.resource.Quantity");
    if (struct || (!source.omitted() && SCALARS.contains(type))) {
      field.put("zero", "written");
    } else if (source.omitted() && (!field.has("type") || SCALARS.contains(type))) {
      field.put("zero", "omitted");
    }
  }

  private ObjectNode field(JsonNode property, JsonNode schemas) throws IOException {
    ObjectNode field = JsonNodeFactory.instance.objectNode();
    JsonNode items = property.has("items") ? property.path("items") : property;
    JsonNode values = property.path("additionalProperties");
    if (property.has("items")) {
      field.put("list", typeOf(items, schemas));
    } else if (values.isObject()) {
      field.put("map", typeOf(values, schemas));
    } else {
      field.put("type", typeOf(property, schemas));
    }
    copy(property, "x-kubernetes-list-type", field, "merge");
    copy(property, "x-kubernetes-map-type", field, "merge");
    copy(property, "x-kubernetes-list-map-keys", field, "keys");
    copy(property, "x-kubernetes-patch-strategy", field, "patch");
    copy(property, "x-kubernetes-patch-merge-key", field, "patchKey");
    JsonNode target = schemas.path(reference(items));
    if (target.path("x-kubernetes-map-type").asText().equals("atomic")) {
      field.put(property.has("items") ? "elements" : "merge", "atomic");
    }
    if (!property.has("items") && !property.path("default").isObject()) {
      copy(property, "default", field, "default");
    }
    return field;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.has(name)) {
      to.set(as, from.get(name));
    }
  }

  private String typeOf(JsonNode property, JsonNode schemas) throws IOException {
    String reference = reference(property);
    if (reference.isEmpty()) {
      String format = property.path("format").asText("");
      return format.isEmpty() ? property.path("type").asText("any") : format;
    }
    type(reference, schemas);
    return shortName(reference);
  }

  private static String reference(JsonNode property) {
    String direct = property.path("$ref").asText("");
    String wrapped = property.path("allOf").path(0).path("$ref").asText("");
    String reference = direct.isEmpty() ? wrapped : direct;
    return reference.isEmpty() ? "" : reference.substring(REFERENCE.length());
  }

  private static String shortName(String type) {
    return type.replace("io.k8s.api.", "").replace("io.k8s.apimachinery.pkg.", "");
  }
}
