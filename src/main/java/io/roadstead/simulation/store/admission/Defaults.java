// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Map;
import java.util.function.Consumer;

/** Fills in what the writer left out, per kind, as the real server does. */
final class Defaults {
  private static final Map<ResourceKind, Consumer<ObjectNode>> BY_KIND =
      Map.of(
          ResourceKinds.POD, PodDefaults::pod,
          ResourceKinds.DEPLOYMENT, WorkloadDefaults::deployment,
          ResourceKinds.REPLICA_SET, WorkloadDefaults::replicaSet,
          ResourceKinds.SERVICE, ServiceDefaults::service,
          ResourceKinds.NAMESPACE, Defaults::namespace,
          ResourceKinds.SECRET, Defaults::secret,
          ResourceKinds.HORIZONTAL_POD_AUTOSCALER, Defaults::autoscaler);

  private Defaults() {}

  static void apply(ResourceKind kind, ObjectNode object) {
    BY_KIND.getOrDefault(kind, any -> {}).accept(object);
  }

  /** Sets a field unless it is there. */
  static void put(ObjectNode object, String field, String value) {
    if (!object.hasNonNull(field)) {
      object.put(field, value);
    }
  }

  static void put(ObjectNode object, String field, int value) {
    if (!object.hasNonNull(field)) {
      object.put(field, value);
    }
  }

  static void put(ObjectNode object, String field, boolean value) {
    if (!object.hasNonNull(field)) {
      object.put(field, value);
    }
  }

  /** Adds an empty object unless the field is there. */
  static void putObject(ObjectNode object, String field) {
    if (!object.hasNonNull(field)) {
      object.putObject(field);
    }
  }

  private static void namespace(ObjectNode namespace) {
    ObjectNode spec = namespace.withObject("/spec");
    if (!spec.has("finalizers") && !Metadata.deleting(namespace)) {
      spec.putArray("finalizers").add("kubernetes");
    }
    Metadata.of(namespace)
        .withObject("/labels")
        .put("kubernetes.io/metadata.name", Metadata.name(namespace));
    put(namespace.withObject("/status"), "phase", "Active");
  }

  private static void secret(ObjectNode secret) {
    put(secret, "type", "Opaque");
  }

  private static void autoscaler(ObjectNode autoscaler) {
    put(autoscaler.withObject("/spec"), "minReplicas", 1);
  }
}
