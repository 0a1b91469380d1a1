// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.roadstead.kubernetes.json.Json;
import io.roadstead.kubernetes.model.AppKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The owners of an object's fields, read from its managedFields. */
final class Managers {
  /** Owns the fields that Roadstead applies. */
  static final String ROADSTEAD = AppKeys.ROADSTEAD;

  /**
   * Owns {@code spec.replicas} of an app while an autoscaler sets it, and the number to remember
   * while a stop is under way.
   */
  static final String AUTOSCALER = "roadstead-autoscaler";

  /** Owns the fields that Roadstead has let go of. */
  static final String RELEASED = "roadstead-released";

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

  /** Whether an entry records a patch by Roadstead; a write that is complete leaves none. */
  static boolean isPatch(ManagedFieldsEntry entry) {
    return ROADSTEAD.equals(entry.getManager()) && !isOurs(entry) && !hasSubresource(entry);
  }

  /** Whether an entry is about the object itself, not about its status or scale. */
  static boolean isOfObject(ManagedFieldsEntry entry) {
    return !hasSubresource(entry);
  }

  /** Whether an entry records what Roadstead wrote in any way, now or before a former release. */
  static boolean isReleasedWithTheApp(ManagedFieldsEntry entry) {
    return isOfObject(entry)
        && Set.of(ROADSTEAD, AUTOSCALER, RELEASED).contains(entry.getManager());
  }

  static boolean isAutoscaler(ManagedFieldsEntry entry) {
    return CONTROLLER_MANAGER.equals(entry.getManager()) && "scale".equals(entry.getSubresource());
  }

  static boolean ownsReplicas(ManagedFieldsEntry entry) {
    return fields(entry).path("f:spec").has("f:replicas");
  }

  /** Whether somebody other than the autoscaler's stand-in applied a number of pods. */
  static boolean appliesReplicas(ManagedFieldsEntry entry) {
    return "Apply".equals(entry.getOperation())
        && !AUTOSCALER.equals(entry.getManager())
        && ownsReplicas(entry);
  }

  static JsonNode fields(ManagedFieldsEntry entry) {
    return entry.getFieldsV1() == null
        ? Json.MAPPER.createObjectNode()
        : Json.MAPPER.valueToTree(entry.getFieldsV1());
  }

  /**
   * The managedFields in which no other manager owns what Roadstead owns; empty when it is so
   * already.
   */
  static Optional<List<ManagedFieldsEntry>> exclusive(HasMetadata object) {
    JsonNode ours =
        of(object).stream()
            .filter(Managers::isOurs)
            .findFirst()
            .map(Managers::fields)
            .orElseGet(Json.MAPPER::createObjectNode);
    List<ManagedFieldsEntry> entries = new ArrayList<>();
    boolean changed = false;
    for (ManagedFieldsEntry entry : of(object)) {
      if (isOurs(entry) || isStatus(entry) || AUTOSCALER.equals(entry.getManager())) {
        entries.add(entry);
        continue;
      }
      // What our own patch has recorded is superseded by what was applied after it, and what was
      // released by the adoption.
      JsonNode rest =
          ROADSTEAD.equals(entry.getManager()) || RELEASED.equals(entry.getManager())
              ? Json.MAPPER.createObjectNode()
              : OwnedFields.without(fields(entry), ours);
      changed |= !rest.equals(fields(entry));
      if (!rest.isEmpty()) {
        entries.add(
            new ManagedFieldsEntryBuilder(entry)
                .withFieldsV1(Json.MAPPER.convertValue(rest, FieldsV1.class))
                .build());
      }
    }
    return changed ? Optional.of(entries) : Optional.empty();
  }

  private static boolean isStatus(ManagedFieldsEntry entry) {
    return "status".equals(entry.getSubresource());
  }

  private static boolean hasSubresource(ManagedFieldsEntry entry) {
    return entry.getSubresource() != null && !entry.getSubresource().isEmpty();
  }
}
