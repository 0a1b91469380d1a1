// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first volume of a pod that can't be mounted, because its ConfigMap, Secret or key does
 * not exist.
 */
final class MountCheck {
  private static final Map<String, ResourceKind> SOURCES =
      Map.of("configMap", ResourceKinds.CONFIG_MAP, "secret", ResourceKinds.SECRET);

  private final ClusterCache cache;

  MountCheck(ClusterCache cache) {
    this.cache = cache;
  }

  /** The kubelet's message; null when all volumes can be mounted. */
  @Nullable String problem(JsonNode pod) {
    for (JsonNode volume : pod.path("spec").path("volumes")) {
      String problem = ofVolume(Meta.namespace(pod), volume);
      if (problem != null) {
        return "MountVolume.SetUp failed for volume \"%s\" : %s"
            .formatted(volume.path("name").asText(), problem);
      }
    }
    return null;
  }

  private @Nullable String ofVolume(String namespace, JsonNode volume) {
    String direct = ofSource(namespace, volume);
    if (direct != null) {
      return direct;
    }
    for (JsonNode source : volume.path("projected").path("sources")) {
      String problem = ofSource(namespace, source);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable String ofSource(String namespace, JsonNode holder) {
    for (Map.Entry<String, ResourceKind> entry : SOURCES.entrySet()) {
      JsonNode source = holder.path(entry.getKey());
      if (!source.isMissingNode() && !source.path("optional").asBoolean()) {
        String problem = missing(entry.getValue(), namespace, source);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private @Nullable String missing(ResourceKind kind, String namespace, JsonNode source) {
    String name = source.path("name").asText(source.path("secretName").asText());
    ObjectNode found = cache.get(kind, new ObjectKey(namespace, name));
    if (found == null) {
      return "%s \"%s\" not found".formatted(kind.singular(), name);
    }
    for (JsonNode item : source.path("items")) {
      String key = item.path("key").asText();
      if (!found.path("data").has(key) && !found.path("binaryData").has(key)) {
        boolean config = kind.equals(ResourceKinds.CONFIG_MAP);
        return "references non-existent " + (config ? "config" : "secret") + " key: " + key;
      }
    }
    return null;
  }
}
