// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the {@code metadata} of an object tree. */
public final class Metadata {
  private Metadata() {}

  /** The metadata, created if missing. */
  public static ObjectNode of(ObjectNode object) {
    return object.withObject("/metadata");
  }

  /** A text field of the metadata, or "". */
  public static String text(JsonNode object, String field) {
    return object.path("metadata").path(field).asText("");
  }

  /** {@code metadata.name}, or "". */
  public static String name(JsonNode object) {
    return text(object, "name");
  }

  /** {@code metadata.namespace}, or "". */
  public static String namespace(JsonNode object) {
    return text(object, "namespace");
  }

  /** {@code metadata.uid}, or "". */
  public static String uid(JsonNode object) {
    return text(object, "uid");
  }

  /** {@code metadata.resourceVersion}, or "". */
  public static String resourceVersion(JsonNode object) {
    return text(object, "resourceVersion");
  }

  /** Whether the object is being deleted. */
  public static boolean deleting(JsonNode object) {
    return object.path("metadata").has("deletionTimestamp");
  }

  /** {@code metadata.finalizers}. */
  public static List<String> finalizers(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.path("metadata").path("finalizers").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Sets {@code metadata.finalizers}; an empty list removes the field. */
  public static void setFinalizers(ObjectNode object, List<String> finalizers) {
    if (finalizers.isEmpty()) {
      of(object).remove("finalizers");
      return;
    }
    ArrayNode array = of(object).putArray("finalizers");
    finalizers.forEach(array::add);
  }

  /** {@code metadata.ownerReferences}, shared with the object. */
  public static List<JsonNode> owners(JsonNode object) {
    List<JsonNode> owners = new ArrayList<>();
    object.path("metadata").path("ownerReferences").forEach(owners::add);
    return owners;
  }
}
