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
      Map.of(
          ResourceKinds.POD, PodDefaults::pod,
          ResourceKinds.DEPLOYMENT, WorkloadDefaults::deployment,
          ResourceKinds.REPLICA_SET, WorkloadDefaults::replicaSet,
          ResourceKinds.SERVICE, ServiceDefaults::service,
          ResourceKinds.NAMESPACE, Defaults::namespace,
          ResourceKinds.SECRET, Defaults::secret,
          ResourceKinds.ENDPOINT_SLICE, Defaults::endpointSlice,
          ResourceKinds.HORIZONTAL_POD_AUTOSCALER, Defaults::autoscaler);

  private static final int DEFAULT_CPU_PERCENT = 80;

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

  private static void autoscaler(ObjectNode autoscaler) {
    ObjectNode spec = autoscaler.withObject("/spec");
    put(spec, "minReplicas", 1);
    if (spec.path("metrics").isEmpty()) {
      ObjectNode cpu = spec.putArray("metrics").addObject().put("type", "Resource");
      cpu.putObject("resource")
          .put("name", "cpu")
          .putObject("target")
          .put("type", "Utilization")
          .put("averageUtilization", DEFAULT_CPU_PERCENT);
    }
    put(autoscaler.withObject("/status"), "desiredReplicas", 0);
  }
}
