// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the field set of a document, and removes field sets from it. */
final class DocumentFields {
  private DocumentFields() {}

  /** All fields that the document sets. */
  static FieldSet of(JsonNode document, TypeSchema schema) {
    FieldSetBuilder fields = new FieldSetBuilder();
    collect(document, schema, fields);
    return fields.build();
  }

  private static void collect(JsonNode value, TypeSchema schema, FieldSetBuilder into) {
    boolean elementwise = schema.isElementwise(value);
    if (!elementwise && (!schema.isFieldwise(value) || value.isEmpty())) {
      into.add();
      return;
    }
    Elements.of(value, schema)
        .forEach(
            (element, part) -> {
              FieldSetBuilder child = into.child(element);
              collect(part, Elements.schemaOf(element, schema), child);
              if (elementwise) {
                child.add();
              }
            });
  }

  /** The document without the fields of the set; parts that become empty are removed too. */
  static ObjectNode remove(ObjectNode document, FieldSet fields, TypeSchema schema) {
    JsonNode left = prune(document, fields, schema);
    return left instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private static @Nullable JsonNode prune(JsonNode value, FieldSet fields, TypeSchema schema) {
    boolean elementwise = schema.isElementwise(value);
    if (fields.isEmpty() || (!elementwise && !schema.isFieldwise(value))) {
      return value;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> part : Elements.of(value, schema).entrySet()) {
      String element = part.getKey();
      FieldSet below = fields.child(element);
      JsonNode left =
          below.isMember()
              ? null
              : prune(part.getValue(), below, Elements.schemaOf(element, schema));
      if (left != null) {
        append(object, array, element, left);
      }
    }
    JsonNode result = elementwise ? array : object;
    return result.isEmpty() && !value.isEmpty() ? null : result;
  }

  private static void append(ObjectNode object, ArrayNode array, String element, JsonNode value) {
    if (PathElement.isField(element)) {
      object.set(element.substring(2), value);
      return;
    }
    Elements.append(array, value);
  }
}
