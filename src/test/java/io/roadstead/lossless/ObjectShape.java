// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What objects of every kind have: a name, and by chance labels and annotations. */
final class ObjectShape {
  private ObjectShape() {}

  static ObjectNode of(String apiVersion, String kind, String name, ObjectNode spec, Dice dice) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", apiVersion).put("kind", kind);
    ObjectNode metadata = object.putObject("metadata").put("name", name);
    for (String field : List.of("labels", "annotations")) {
      JsonNode values = dice.chance(0.2) ? values(field, dice) : null;
      if (values != null) {
        metadata.set(field, values);
      }
    }
    object.set("spec", spec);
    return object;
  }

  private static @Nullable JsonNode values(String field, Dice dice) {
    return Wholes.of("ObjectMeta", field, dice);
  }
}
