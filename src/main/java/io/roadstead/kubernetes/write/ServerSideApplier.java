// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only class that writes to the API server. Each write applies only to the object that the
 * caller has observed: otherwise it is refused (ETAG_MISMATCH), and the use case reads it again.
 */
final class ServerSideApplier {
  /**
   * No stored object has this version, so an apply with it either creates the object or is refused:
   * of two concurrent applies, exactly one succeeds.
   */
  private static final String ABSENT = "1";

  private final ApiServer api;

  ServerSideApplier(ApiServer api) {
    this.api = api;
  }

  /**
   * Applies an object; idempotent.
   *
   * @param desired the fields to own, and no others
   * @param live the observed object, or null when it did not exist
   * @param manager the field manager
   * @param force whether to take fields from other managers
   * @return the resulting object, or what it would be in a dry run
   */
  <T extends HasMetadata> T apply(
      Write write, T desired, @Nullable T live, String manager, boolean force) {
    expect(desired, live);
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withForce(force)
            .withDryRun(write.dryRun() ? List.of("All") : List.of())
            .build();
    return api.call(
        write.caller(),
        write.deadline(),
        client -> client.resource(desired).patch(context),
        write::warn);
  }

  /**
   * Requests the deletion of an object as observed; an object that is already gone is not an error.
   */
  void delete(Write write, HasMetadata live, DeletionPropagation policy) {
    var options =
        new DeleteOptionsBuilder()
            .withPropagationPolicy(policy.toString())
            .withDryRun(write.dryRun() ? List.of("All") : List.of())
            .withNewPreconditions()
            .withUid(live.getMetadata().getUid())
            .withResourceVersion(live.getMetadata().getResourceVersion())
            .endPreconditions()
            .build();
    try {
      api.call(
          write.caller(),
          write.deadline(),
          client -> client.raw(path(live), "DELETE", options),
          write::warn);
    } catch (AppException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** The client's own delete does not support both a precondition and a propagation policy. */
  private static String path(HasMetadata object) {
    String version = object.getApiVersion();
    return "%s/%s/namespaces/%s/%s/%s"
        .formatted(
            version.contains("/") ? "/apis" : "/api",
            version,
            object.getMetadata().getNamespace(),
            object.getPlural(),
            object.getMetadata().getName());
  }

  /** Replaces the record of who owns which field; the object itself is unchanged. */
  <T extends HasMetadata> T replaceManagers(
      Write write, T live, List<ManagedFieldsEntry> managers) {
    ArrayNode patch = Json.MAPPER.createArrayNode();
    // Replacing it with the same value is a precondition, which fails with 409; a failed "test"
    // would be a 422.
    step(
        patch, "resourceVersion", Json.MAPPER.valueToTree(live.getMetadata().getResourceVersion()));
    step(patch, "managedFields", Json.MAPPER.valueToTree(managers));
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON)
            .withFieldManager(Managers.ROADSTEAD)
            .build();
    return api.call(
        write.caller(),
        write.deadline(),
        client -> client.resource(live).patch(context, patch.toString()),
        write::warn);
  }

  /**
   * Changes an object as observed, whoever owns the fields.
   *
   * @param changes a JSON Patch that is not empty
   * @param manager the field manager
   */
  <T extends HasMetadata> T patch(Write write, T live, ArrayNode changes, String manager) {
    ArrayNode patch = Json.MAPPER.createArrayNode();
    step(
        patch, "resourceVersion", Json.MAPPER.valueToTree(live.getMetadata().getResourceVersion()));
    patch.addAll(changes);
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON)
            .withFieldManager(manager)
            .withDryRun(write.dryRun() ? List.of("All") : List.of())
            .build();
    return api.call(
        write.caller(),
        write.deadline(),
        client -> client.resource(live).patch(context, patch.toString()),
        write::warn);
  }

  private static void step(ArrayNode patch, String field, JsonNode value) {
    ObjectNode step = patch.addObject();
    step.put("op", "replace").put("path", "/metadata/" + field);
    step.set("value", value);
  }

  private static <T extends HasMetadata> void expect(T desired, @Nullable T live) {
    if (live == null) {
      desired.getMetadata().setResourceVersion(ABSENT);
      return;
    }
    // Without the uid, an apply would recreate an object that was deleted in the meantime.
    desired.getMetadata().setUid(live.getMetadata().getUid());
    desired.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
  }
}
