// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.roadstead.kubernetes.json.Json;
import io.roadstead.kubernetes.model.AppKeys;
import java.util.List;
import java.util.Objects;

/** The owners of an object's fields, read from its managedFields. */
final class Managers {
  /** Owns the fields that Roadstead applies. */
  static final String ROADSTEAD = AppKeys.ROADSTEAD;

  /**
   * Owns {@code spec.replicas} of an app while an autoscaler sets it, and the number to remember
   * while a stop is under way.
   */
  static final String AUTOSCALER = "roadstead-autoscaler";

  /** Name of the manager by which the cluster's autoscaler writes to the scale subresource. */
  private static final String CONTROLLER_MANAGER = "kube-controller-manager";

  private Managers() {}

  static List<ManagedFieldsEntry> of(HasMetadata object) {
    return Objects.requireNonNullElse(object.getMetadata().getManagedFields(), List.of());
  }

  /** Whether an entry records what Roadstead itself applied. */
  static boolean isOurs(ManagedFieldsEntry entry) {
    return ROADSTEAD.equals(entry.getManager())
        && "Apply".equals(entry.getOperation())
        && !hasSubresource(entry);
  }

  /**
   * Whether an entry belongs to another manager that wrote to the object itself, not to its status.
   */
  static boolean isForeign(ManagedFieldsEntry entry) {
    return !hasSubresource(entry)
        && !ROADSTEAD.equals(entry.getManager())
        && !AUTOSCALER.equals(entry.getManager());
  }

  static boolean isAutoscaler(ManagedFieldsEntry entry) {
    return CONTROLLER_MANAGER.equals(entry.getManager()) && "scale".equals(entry.getSubresource());
  }

  static boolean ownsReplicas(ManagedFieldsEntry entry) {
    return fields(entry).path("f:spec").has("f:replicas");
  }

  static JsonNode fields(ManagedFieldsEntry entry) {
    return entry.getFieldsV1() == null
        ? Json.MAPPER.createObjectNode()
        : Json.MAPPER.valueToTree(entry.getFieldsV1());
  }

  private static boolean hasSubresource(ManagedFieldsEntry entry) {
    return entry.getSubresource() != null && !entry.getSubresource().isEmpty();
  }
}
