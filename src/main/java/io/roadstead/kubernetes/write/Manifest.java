// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.roadstead.kubernetes.mapping.Trees;
import io.roadstead.kubernetes.model.Bookkeeping;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A live object as a person would write it: without what the cluster assigned, filled in or
 * recorded. Applying it changes nothing.
 */
final class Manifest {
  private static final String METADATA = "metadata";
  private static final String SPEC = "spec";
  private static final String HEADLESS = "None";

  /** What the API server assigns to a Service unless somebody asked for it. */
  private static final List<String> ASSIGNED =
      List.of("ipFamilies", "ipFamilyPolicy", "healthCheckNodePort");

  private Manifest() {}

  static ObjectNode of(HasMetadata live) {
    ObjectNode tree = Trees.of(live);
    ObjectNode manifest = Trees.empty();
    manifest.put("apiVersion", live.getApiVersion()).put("kind", live.getKind());
    manifest.set(METADATA, metadata(live.getMetadata()));
    tree.remove(List.of("apiVersion", "kind", METADATA, "status"));
    manifest.setAll(tree);
    if (manifest.get(SPEC) instanceof ObjectNode spec) {
      if (live instanceof Service) {
        removeAssigned(spec, owned(live));
      }
      manifest.set(
          SPEC, live instanceof PersistentVolumeClaim ? asked(live) : Trees.withoutFilledIn(spec));
    }
    return manifest;
  }

  private static ObjectNode metadata(ObjectMeta live) {
    ObjectNode metadata = Trees.empty();
    metadata.put("name", live.getName()).put("namespace", live.getNamespace());
    put(metadata, "labels", sorted(live.getLabels()));
    Map<String, String> annotations = sorted(live.getAnnotations());
    annotations.keySet().removeIf(Bookkeeping::isOfCluster);
    put(metadata, "annotations", annotations);
    return metadata;
  }

  private static Map<String, String> sorted(@Nullable Map<String, String> map) {
    return new TreeMap<>(Objects.requireNonNullElse(map, Map.of()));
  }

  private static void put(ObjectNode metadata, String name, Map<String, String> map) {
    if (!map.isEmpty()) {
      metadata.set(name, Trees.of(map));
    }
  }

  /** The specs that the managers of the object asked for; what is in none was assigned. */
  private static List<JsonNode> owned(HasMetadata live) {
    ObjectNode tree = Trees.of(live);
    return Managers.of(live).stream()
        .filter(Managers::isOfObject)
        .map(manager -> OwnedFields.cut(tree, Managers.fields(manager)).path(SPEC))
        .toList();
  }

  /** The spec of a claim as somebody asked for it: without the volume that it got. */
  private static JsonNode asked(HasMetadata claim) {
    ObjectNode fields = Trees.empty();
    for (ManagedFieldsEntry manager : Managers.of(claim)) {
      if (Managers.isOfObject(manager)) {
        fields = OwnedFields.union(fields, Managers.fields(manager));
      }
    }
    ObjectNode spec = OwnedFields.cut(Trees.of(claim), fields).withObject("/" + SPEC);
    spec.remove("volumeName");
    return spec;
  }

  private static void removeAssigned(ObjectNode spec, List<JsonNode> owned) {
    spec.remove("clusterIPs");
    if (!spec.path("clusterIP").asText().equals(HEADLESS)) {
      spec.remove("clusterIP");
    }
    ASSIGNED.stream()
        .filter(field -> owned.stream().noneMatch(asked -> asked.has(field)))
        .forEach(spec::remove);
    for (JsonNode port : spec.path("ports")) {
      if (owned.stream().noneMatch(asked -> hasNodePort(asked.path("ports"), port))) {
        ((ObjectNode) port).remove("nodePort");
      }
    }
  }

  private static boolean hasNodePort(JsonNode asked, JsonNode port) {
    for (JsonNode other : asked) {
      if (other.has("nodePort")
          && other.path("port").equals(port.path("port"))
          && other.path("protocol").asText("TCP").equals(port.path("protocol").asText("TCP"))) {
        return true;
      }
    }
    return false;
  }
}
