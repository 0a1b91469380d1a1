// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/** Fills in defaults for omitted fields, per kind, as the real server does. */
final class Defaults {
  private static final Map<ResourceKind, Consumer<ObjectNode>> BY_KIND =
      Map.ofEntries(
          Map.entry(ResourceKinds.POD, PodDefaults::pod),
          Map.entry(ResourceKinds.DEPLOYMENT, WorkloadDefaults::deployment),
          Map.entry(ResourceKinds.REPLICA_SET, WorkloadDefaults::replicaSet),
          Map.entry(ResourceKinds.SERVICE, ServiceDefaults::service),
          Map.entry(ResourceKinds.NAMESPACE, Defaults::namespace),
          Map.entry(ResourceKinds.SECRET, Defaults::secret),
          Map.entry(ResourceKinds.ENDPOINT_SLICE, Defaults::endpointSlice),
          Map.entry(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, AutoscalerDefaults::autoscaler),
          Map.entry(ResourceKinds.PERSISTENT_VOLUME_CLAIM, StorageDefaults::claim),
          Map.entry(ResourceKinds.STORAGE_CLASS, StorageDefaults::storageClass),
          Map.entry(ResourceKinds.PRIORITY_CLASS, Defaults::priorityClass));

  private Defaults() {}

  static void apply(ResourceKind kind, ObjectNode object) {
    BY_KIND.getOrDefault(kind, any -> {}).accept(object);
    if (kind.has(Subresource.STATUS)) {
      putObject(object, "status");
    }
  }

  /** Sets a field unless it is present. */
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

  /** Adds an empty object unless the field is present. */
  static void putObject(ObjectNode object, String field) {
    if (!object.hasNonNull(field)) {
      object.putObject(field);
    }
  }

  private static void namespace(ObjectNode namespace) {
    namespace.withObject("/spec");
    Metadata.of(namespace)
        .withObject("/labels")
        .put("kubernetes.io/metadata.name", Metadata.name(namespace));
    put(namespace.withObject("/status"), "phase", "Active");
  }

  private static void priorityClass(ObjectNode priorityClass) {
    put(priorityClass, "preemptionPolicy", "PreemptLowerPriority");
  }

  private static void endpointSlice(ObjectNode slice) {
    Containers.objects(slice.path("ports")).forEach(port -> put(port, "protocol", "TCP"));
  }

  private static void secret(ObjectNode secret) {
    put(secret, "type", "Opaque");
    if (secret.remove("stringData") instanceof ObjectNode texts) {
      ObjectNode data = secret.withObject("/data");
      for (Map.Entry<String, JsonNode> text : texts.properties()) {
        byte[] bytes = text.getValue().asText().getBytes(StandardCharsets.UTF_8);
        data.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
      }
    }
  }
}
