// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Finds which values of the schema an object has. */
record Coverage(Schema schema, Set<String> seen) {

  /** Remembers the paths of the values of an object, in the form of {@link Schema#leaves}. */
  void add(String type, JsonNode object) {
    add(type, object, "");
  }

  private void add(String type, JsonNode object, String path) {
    for (Schema.Field field : schema.fields(type)) {
      JsonNode value = object.get(field.name());
      if (value == null) {
        continue;
      }
      String at = field.at(path);
      boolean list = field.shape() == Schema.Shape.LIST;
      if (!schema.isObject(field.type())) {
        seen.add(at);
      } else if (list) {
        value.forEach(element -> add(field.type(), element, at));
      } else {
        add(field.type(), value, at);
      }
    }
  }
}
