// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The name of a Secret or ConfigMap that need not exist if the setting {@code optional} beside it
 * says so.
 *
 * @param name the setting with the name
 * @param reference the field of the Kubernetes object with name and optional
 */
record OptionalReference(String name, String reference) implements Rule {
  private static final String OPTIONAL = "optional";

  @Override
  public void toKubernetes(JsonNode settings, ObjectNode object) {
    if (!settings.has(name)) {
      return;
    }
    ObjectNode made = object.putObject(reference).put("name", settings.get(name).asText());
    if (settings.has(OPTIONAL)) {
      made.put(OPTIONAL, settings.path(OPTIONAL).asBoolean());
    }
  }

  @Override
  public @Nullable String setting(String path) {
    return path.startsWith(reference) ? name : null;
  }

  @Override
  public void fromKubernetes(JsonNode object, ObjectNode settings) {
    JsonNode found = object.path(reference);
    if (!found.path("name").asText().isEmpty()) {
      settings.put(name, found.path("name").asText());
      if (found.has(OPTIONAL)) {
        settings.put(OPTIONAL, found.path(OPTIONAL).asBoolean());
      }
    }
  }
}
