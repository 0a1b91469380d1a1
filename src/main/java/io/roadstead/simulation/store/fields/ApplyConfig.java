// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a document sent to server-side apply and reduces it to the fields that the subresource
 * accepts.
 */
final class ApplyConfig {
  private ApplyConfig() {}

  static ObjectNode accepted(ResourceKind kind, ObjectNode config, Subresource subresource) {
    if (config.path("metadata").has("managedFields")) {
      throw ApiException.badRequest("metadata.managedFields must be nil");
    }
    checkKeys(kind, config, config, "", Schemas.of(kind));
    ObjectNode accepted = config.deepCopy();
    Metadata.of(accepted)
        .remove(List.of("uid", "resourceVersion", "creationTimestamp", "generation", "selfLink"));
    if (subresource == Subresource.STATUS) {
      accepted.retain("apiVersion", "kind", "metadata", "status");
      Metadata.of(accepted).retain("name", "namespace");
    } else if (subresource == Subresource.SCALE) {
      accepted.retain("apiVersion", "kind", "metadata", "spec");
      accepted.withObject("/spec").retain("replicas");
      Metadata.of(accepted).retain("name", "namespace");
    } else if (kind.has(Subresource.STATUS)) {
      accepted.remove("status");
    }
    return accepted;
  }

  private static void checkKeys(
      ResourceKind kind, ObjectNode root, JsonNode value, String path, TypeSchema schema) {
    if (schema.isElementwise(value)) {
      checkElements(kind, root, value, path, schema);
    }
    if (value.isObject() && schema.isClosed() && schema.isDefined()) {
      checkKnown(kind, root, value, path, schema);
    }
    if (schema.isElementwise(value) || schema.isFieldwise(value)) {
      for (Map.Entry<String, JsonNode> part : Elements.of(value, schema).entrySet()) {
        String below = path + PathElement.display(part.getKey());
        checkKeys(kind, root, part.getValue(), below, Elements.schemaOf(part.getKey(), schema));
      }
    }
  }

  private static void checkKnown(
      ResourceKind kind, ObjectNode root, JsonNode value, String path, TypeSchema schema) {
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!schema.fields().containsKey(field.getKey())) {
        throw untyped(kind, root, path + "." + field.getKey() + ": field not declared in schema");
      }
    }
  }

  private static void checkElements(
      ResourceKind kind, ObjectNode root, JsonNode list, String path, TypeSchema schema) {
    Set<String> seen = new HashSet<>();
    for (JsonNode element : list) {
      String key = Elements.pathElement(element, schema);
      if (!seen.add(key)) {
        throw untyped(kind, root, path + ": duplicate entries for key " + PathElement.display(key));
      }
    }
  }

  private static ApiException untyped(ResourceKind kind, ObjectNode config, String fault) {
    String message =
        "failed to create typed patch object (%s/%s; %s, Kind=%s): %s"
            .formatted(
                Metadata.namespace(config),
                Metadata.name(config),
                kind.apiVersion(),
                kind.kind(),
                fault);
    return ApiException.of(500, "", message);
  }
}
