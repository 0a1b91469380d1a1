// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds and removes the fields that the API definition does not know. */
public final class UnknownFields {
  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /**
   * Removes the unknown fields of an object.
   *
   * @return their paths, such as {@code spec.template.spec.containers[0].img}
   */
  public static List<String> remove(ResourceKind kind, ObjectNode object) {
    UnknownFields unknown = new UnknownFields();
    unknown.visit(object, Schemas.of(kind), "");
    return List.copyOf(unknown.found);
  }

  private void visit(JsonNode value, TypeSchema schema, String path) {
    if (value instanceof ObjectNode object) {
      visitFields(object, schema, path);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      visit(value.path(i), schema.element(), path + "[" + i + "]");
    }
  }

  private void visitFields(ObjectNode object, TypeSchema schema, String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    List<String> gone = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (schema.isClosed() && !schema.fields().containsKey(name) && schema.isDefined()) {
        gone.add(name);
        found.add(prefix + name);
      } else {
        visit(field.getValue(), schema.field(name), prefix + name);
      }
    }
    object.remove(gone);
  }
}
