// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.DeleteOptions.Propagation;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StatusCause;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes one object or the selected objects of a collection. */
final class DeleteRoutes {
  /** Kinds whose deletion returns the object even when it is removed immediately. */
  private static final Set<ResourceKind> RETURNED =
      Set.of(
          ResourceKinds.POD,
          ResourceKinds.SERVICE,
          ResourceKinds.SERVICE_ACCOUNT,
          ResourceKinds.RESOURCE_QUOTA);

  private final ObjectStore store;

  DeleteRoutes(ObjectStore store) {
    this.store = store;
  }

  ApiResponse delete(ResourcePath path, ApiRequest request) {
    ResourceKind kind = EventView.stored(path.kind());
    DeleteOptions options = options(request);
    ObjectNode last = store.delete(kind, path.namespace(), path.name(), options);
    if (RETURNED.contains(kind) || stays(kind, last, options)) {
      return ApiResponse.ok(EventView.toServed(path.kind(), last));
    }
    return ApiResponse.ok(success(path.kind(), last));
  }

  ApiResponse deleteAll(ResourcePath path, ObjectNode list, ApiRequest request) {
    ResourceKind kind = EventView.stored(path.kind());
    DeleteOptions options = options(request);
    for (JsonNode item : list.path("items")) {
      try {
        store.delete(kind, Metadata.namespace(item), Metadata.name(item), options);
      } catch (ApiException e) {
        if (e.code() != 404) {
          throw e;
        }
      }
    }
    return ApiResponse.ok(list);
  }

  /** Whether the delete only marked the object, because of a finalizer or a grace period. */
  private static boolean stays(ResourceKind kind, ObjectNode last, DeleteOptions options) {
    Long grace = options.gracePeriodSeconds();
    boolean waits =
        last.path("metadata").path("deletionGracePeriodSeconds").asLong() > 0
            && (grace == null || grace > 0);
    boolean held = !Metadata.finalizers(last).isEmpty() || kind.equals(ResourceKinds.NAMESPACE);
    return Metadata.deleting(last) && (held || waits);
  }

  private static ObjectNode success(ResourceKind kind, ObjectNode object) {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    ObjectNode details = status.put("status", "Success").putObject("details");
    details.put("name", Metadata.name(object));
    if (!kind.group().isEmpty()) {
      details.put("group", kind.group());
    }
    details.put("kind", kind.plural()).put("uid", Metadata.uid(object));
    return status;
  }

  /** The body takes precedence over the URL, as on the real server. */
  private static DeleteOptions options(ApiRequest request) {
    ObjectNode body = request.body().length == 0 ? Json.object() : Bodies.read(request);
    String policy = text(body, "propagationPolicy", request);
    String grace = text(body, "gracePeriodSeconds", request);
    JsonNode preconditions = body.path("preconditions");
    String dryRun = body.path("dryRun").path(0).asText(request.parameter("dryRun"));
    return new DeleteOptions(
        propagation(policy, body.path("orphanDependents").asBoolean()),
        grace(grace),
        preconditions.path("uid").asText(null),
        preconditions.path("resourceVersion").asText(null),
        Writers.isDryRun(dryRun));
  }

  private static String text(ObjectNode body, String field, ApiRequest request) {
    return body.hasNonNull(field) ? body.path(field).asText() : request.parameter(field);
  }

  private static @Nullable Long grace(String seconds) {
    if (seconds.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(seconds);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("gracePeriodSeconds: \"" + seconds + "\" is not a number");
    }
  }

  private static Propagation propagation(String policy, boolean orphan) {
    return switch (policy) {
      case "" -> orphan ? Propagation.ORPHAN : Propagation.BACKGROUND;
      case "Background" -> Propagation.BACKGROUND;
      case "Foreground" -> Propagation.FOREGROUND;
      case "Orphan" -> Propagation.ORPHAN;
      default ->
          throw ApiException.invalidOptions(
              "DeleteOptions",
              StatusCause.unsupported(
                  "propagationPolicy",
                  policy,
                  "\"Foreground\", \"Background\", \"Orphan\", \"nil\""));
    };
  }
}
