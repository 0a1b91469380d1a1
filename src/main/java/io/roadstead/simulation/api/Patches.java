// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.fields.MergePatch;
import io.roadstead.simulation.store.fields.StrategicMergePatch;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns the body of a patch into the change that it describes. */
final class Patches {
  static final String APPLY = "application/apply-patch+yaml";
  private static final String JSON_PATCH = "application/json-patch+json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";

  private static final Set<String> ON_EXISTING = Set.of("remove", "replace", "test", "move");

  private Patches() {}

  static UnaryOperator<ObjectNode> read(ResourceKind kind, ApiRequest request) {
    String type = Bodies.mediaType(request.contentType());
    return switch (type) {
      case JSON_PATCH -> jsonPatch(request.body());
      case MERGE -> {
        ObjectNode merge = Json.readObject(request.body(), false);
        yield object -> MergePatch.apply(object, merge);
      }
      case STRATEGIC -> {
        ObjectNode patch = Json.readObject(request.body(), false);
        yield object -> StrategicMergePatch.apply(kind, object, patch);
      }
      default -> throw ApiException.of(415, "UnsupportedMediaType", "415: Unsupported Media Type");
    };
  }

  private static UnaryOperator<ObjectNode> jsonPatch(byte[] body) {
    JsonNode operations = Json.read(body);
    if (!operations.isArray()) {
      throw ApiException.badRequest(
          "error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch");
    }
    return object -> {
      JsonNode patched = object;
      for (JsonNode operation : operations) {
        patched = applyOne(operation, patched);
      }
      if (patched instanceof ObjectNode result) {
        return result;
      }
      throw ApiException.badRequest("a patch may not replace the whole object");
    };
  }

  /** The library ignores paths that do not exist; the real server does not. */
  private static JsonNode applyOne(JsonNode operation, JsonNode object) {
    boolean onExisting = ON_EXISTING.contains(operation.path("op").asText());
    try {
      String source = operation.path("op").asText().equals("move") ? "from" : "path";
      if (!onExisting || !object.at(operation.path(source).asText()).isMissingNode()) {
        return JsonPatch.apply(JsonNodeFactory.instance.arrayNode().add(operation), object);
      }
    } catch (JsonPatchException | IllegalArgumentException e) {
      throw rejected();
    }
    throw rejected();
  }

  private static ApiException rejected() {
    return ApiException.of(
        422, "Invalid", "the server rejected our request due to an error in our request");
  }
}
