// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks an object against the rules of its kind and refuses it with all violations at once. */
final class Validation {
  private static final Set<ResourceKind> NO_NAME_RULES =
      Set.of(
          ResourceKinds.ROLE,
          ResourceKinds.ROLE_BINDING,
          ResourceKinds.CLUSTER_ROLE,
          ResourceKinds.CLUSTER_ROLE_BINDING);

  private Validation() {}

  static void check(ResourceKind kind, ObjectNode object, ServiceAllocation services) {
    List<StatusCause> causes = new ArrayList<>();
    checkMetadata(kind, object, causes);
    if (kind.equals(ResourceKinds.DEPLOYMENT) || kind.equals(ResourceKinds.REPLICA_SET)) {
      WorkloadValidation.check(kind, object, causes);
    } else if (kind.equals(ResourceKinds.POD)) {
      PodValidation.checkSpec("spec", object.path("spec"), causes);
    } else if (kind.equals(ResourceKinds.SERVICE)) {
      ServiceValidation.check(object, services, causes);
    } else if (kind.equals(ResourceKinds.HORIZONTAL_POD_AUTOSCALER)) {
      AutoscalerValidation.check(object, causes);
    } else if (kind.equals(ResourceKinds.PERSISTENT_VOLUME_CLAIM)) {
      ClaimValidation.check(object, causes);
    } else if (kind.equals(ResourceKinds.CONFIG_MAP)) {
      DataValidation.checkConfigMap(object, causes);
    } else if (kind.equals(ResourceKinds.SECRET)) {
      DataValidation.checkSecret(object, causes);
    } else {
      ClassValidation.check(kind, object, causes);
    }
    refuse(kind, object, causes);
  }

  static void checkChange(ResourceKind kind, ObjectNode before, ObjectNode after) {
    List<StatusCause> causes = new ArrayList<>();
    if (kind.equals(ResourceKinds.DEPLOYMENT) || kind.equals(ResourceKinds.REPLICA_SET)) {
      WorkloadValidation.checkChange(before, after, causes);
    } else if (kind.equals(ResourceKinds.SERVICE)) {
      ServiceValidation.checkChange(before, after, causes);
    } else if (kind.equals(ResourceKinds.POD)) {
      PodValidation.checkChange(before, after, causes);
    } else if (kind.equals(ResourceKinds.PERSISTENT_VOLUME_CLAIM)) {
      ClaimValidation.checkChange(before, after, causes);
    } else if (kind.equals(ResourceKinds.CONFIG_MAP) || kind.equals(ResourceKinds.SECRET)) {
      DataValidation.checkChange(before, after, causes);
    }
    List<String> added = new ArrayList<>(Metadata.finalizers(after));
    added.removeAll(Metadata.finalizers(before));
    if (Metadata.deleting(before) && !added.isEmpty()) {
      causes.add(
          StatusCause.forbidden(
              "metadata.finalizers",
              "no new finalizers can be added if the object is being deleted, found new finalizers"
                  + " []string{\""
                  + String.join("\", \"", added)
                  + "\"}"));
    }
    refuse(kind, after, causes);
  }

  private static void checkMetadata(
      ResourceKind kind, ObjectNode object, List<StatusCause> causes) {
    String name = Metadata.name(object);
    if (name.isEmpty()) {
      causes.add(StatusCause.required("metadata.name", "name or generateName is required"));
    } else if (!NO_NAME_RULES.contains(kind)) {
      nameRule(kind).check("metadata.name", name, causes);
    }
    JsonNode metadata = object.path("metadata");
    Names.checkLabels("metadata.labels", metadata.path("labels"), causes);
    Names.checkAnnotations("metadata.annotations", metadata.path("annotations"), causes);
  }

  private static Names nameRule(ResourceKind kind) {
    if (kind.equals(ResourceKinds.SERVICE)) {
      return Names.SERVICE;
    }
    return kind.equals(ResourceKinds.NAMESPACE) ? Names.LABEL : Names.SUBDOMAIN;
  }

  private static void refuse(ResourceKind kind, ObjectNode object, List<StatusCause> causes) {
    if (!causes.isEmpty()) {
      throw ApiException.invalid(kind, Metadata.name(object), causes);
    }
  }
}
