// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of PersistentVolumeClaims. */
final class ClaimValidation {
  private static final Set<String> MODES =
      Set.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
  private static final String MODE_NAMES =
      "\"ReadOnlyMany\", \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"";
  private static final Set<String> VOLUME_MODES = Set.of("Block", "Filesystem");

  private ClaimValidation() {}

  static void check(ObjectNode claim, List<StatusCause> causes) {
    JsonNode spec = claim.path("spec");
    if (spec.path("accessModes").isEmpty()) {
      causes.add(StatusCause.required("spec.accessModes", "at least 1 access mode is required"));
    }
    for (JsonNode mode : spec.path("accessModes")) {
      if (!MODES.contains(mode.asText())) {
        causes.add(StatusCause.unsupported("spec.accessModes", mode.asText(), MODE_NAMES));
      }
    }
    String size = spec.path("resources").path("requests").path("storage").asText("");
    Optional<Amount> amount = Amount.parse(size);
    if (amount.isEmpty()) {
      causes.add(StatusCause.required("spec.resources[storage]", ""));
    } else if (amount.get().number().signum() <= 0) {
      causes.add(StatusCause.invalid("spec.resources[storage]", size, "must be greater than zero"));
    }
    String storageClass = spec.path("storageClassName").asText("");
    if (!storageClass.isEmpty()) {
      Names.SUBDOMAIN.check("spec.storageClassName", storageClass, causes);
    }
    String mode = spec.path("volumeMode").asText("Filesystem");
    if (!VOLUME_MODES.contains(mode)) {
      String supported = "\"Block\", \"Filesystem\"";
      causes.add(StatusCause.unsupported("spec.volumeMode", mode, supported));
    }
  }

  /** A claim may only ask for more, once it is bound. */
  static void checkChange(ObjectNode before, ObjectNode after, List<StatusCause> causes) {
    boolean bound = before.path("status").path("phase").asText().equals("Bound");
    if (fixed(before, bound).equals(fixed(after, bound))) {
      return;
    }
    causes.add(
        StatusCause.forbidden(
            "spec",
            "spec is immutable after creation except resources.requests and"
                + " volumeAttributesClassName for bound claims"));
  }

  private static JsonNode fixed(ObjectNode claim, boolean bound) {
    ObjectNode spec = claim.withObject("/spec").deepCopy();
    spec.remove(List.of("volumeName", "volumeAttributesClassName"));
    if (bound) {
      spec.remove("resources");
    }
    return spec;
  }
}
