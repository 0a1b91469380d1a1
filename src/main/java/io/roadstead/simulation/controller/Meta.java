// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.LabelSelector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and builds the parts of an object's metadata that controllers need. */
final class Meta {
  private Meta() {}

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  static String namespace(JsonNode object) {
    return object.path("metadata").path("namespace").asText();
  }

  static String uid(JsonNode object) {
    return object.path("metadata").path("uid").asText();
  }

  static long generation(JsonNode object) {
    return object.path("metadata").path("generation").asLong();
  }

  static boolean deleting(JsonNode object) {
    return object.path("metadata").hasNonNull("deletionTimestamp");
  }

  static Instant created(JsonNode object) {
    String text = object.path("metadata").path("creationTimestamp").asText();
    return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
  }

  static String annotation(JsonNode object, String key) {
    return object.path("metadata").path("annotations").path(key).asText();
  }

  static Map<String, String> labels(JsonNode object) {
    return texts(object.path("metadata").path("labels"));
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** The uid of the owner that controls the object; empty if there is none. */
  static String controllerUid(JsonNode object) {
    return controller(object).path("uid").asText();
  }

  /** The selector of a workload. */
  static LabelSelector selector(JsonNode workload) {
    return LabelSelector.of(workload.path("spec").path("selector"));
  }

  /** The owner reference with controller=true; a missing node if there is none. */
  static JsonNode controller(JsonNode object) {
    for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
      if (owner.path("controller").asBoolean()) {
        return owner;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  /** New metadata in the owner's namespace, controlled by the owner. */
  static ObjectNode controlledBy(JsonNode owner) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("namespace", namespace(owner));
    ArrayNode owners = metadata.putArray("ownerReferences");
    owners
        .addObject()
        .put("apiVersion", owner.path("apiVersion").asText())
        .put("kind", owner.path("kind").asText())
        .put("name", name(owner))
        .put("uid", uid(owner))
        .put("controller", true)
        .put("blockOwnerDeletion", true);
    return metadata;
  }

  static boolean hasFinalizer(JsonNode object, String finalizer) {
    for (JsonNode present : object.path("metadata").path("finalizers")) {
      if (present.asText().equals(finalizer)) {
        return true;
      }
    }
    return false;
  }

  static void removeFinalizer(ObjectNode object, String finalizer) {
    ObjectNode metadata = object.withObject("/metadata");
    ArrayNode finalizers = metadata.withArray("finalizers");
    for (int i = finalizers.size() - 1; i >= 0; i--) {
      if (finalizers.get(i).asText().equals(finalizer)) {
        finalizers.remove(i);
      }
    }
    if (finalizers.isEmpty()) {
      metadata.remove("finalizers");
    }
  }
}
