// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A default that is written explicitly in what is owned as a whole: without it, the value would
 * differ from what the API server stores, and so from what another manager owns.
 *
 * @param parent the object that has the field; empty for the object itself
 * @param field the field
 * @param value its default
 */
record Constant(String parent, String field, JsonNode value) implements Rule {
  Constant(String parent, String field, String value) {
    this(parent, field, TextNode.valueOf(value));
  }

  @Override
  public void toKubernetes(JsonNode settings, ObjectNode object) {
    JsonNode owner = parent.isEmpty() ? object : object.get(parent);
    if (owner instanceof ObjectNode found && !found.has(field)) {
      found.set(field, value);
    }
  }

  @Override
  public void fromKubernetes(JsonNode object, ObjectNode settings) {
    // It means the same as the setting that is not set.
  }
}
