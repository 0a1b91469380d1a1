// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A flag that Kubernetes expresses by one of two words, of which one must be given.
 *
 * @param name the flag
 * @param field the field of the Kubernetes object
 */
record TwoWords(String name, String field, String whenTrue, String whenFalse) implements Rule {
  @Override
  public void toKubernetes(JsonNode settings, ObjectNode object) {
    object.put(field, settings.path(name).asBoolean() ? whenTrue : whenFalse);
  }

  @Override
  public void fromKubernetes(JsonNode object, ObjectNode settings) {
    if (object.path(field).asText().equals(whenTrue)) {
      settings.put(name, true);
    }
  }
}
