// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A workload seen through its scale subresource, and back. */
final class ScaleView {
  private static final List<String> METADATA =
      List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

  private ScaleView() {}

  static ObjectNode of(ObjectNode workload) {
    ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
    ObjectNode metadata = scale.putObject("metadata");
    for (String field : METADATA) {
      metadata.set(field, workload.path("metadata").path(field));
    }
    int replicas = workload.path("spec").path("replicas").asInt();
    ObjectNode spec = scale.putObject("spec");
    if (replicas != 0) {
      spec.put("replicas", replicas);
    }
    scale
        .putObject("status")
        .put("replicas", workload.path("status").path("replicas").asInt())
        .put("selector", selector(workload.path("spec").path("selector")));
    return scale;
  }

  /**
   * The workload for a changed scale: only the number of replicas and the observed version differ.
   */
  static ObjectNode into(ObjectNode workload, ObjectNode scale) {
    ObjectNode wanted = workload.deepCopy();
    JsonNode replicas = scale.path("spec").path("replicas");
    if (replicas.isMissingNode()) {
      wanted.withObject("/spec").put("replicas", 0);
    } else {
      wanted.withObject("/spec").set("replicas", replicas);
    }
    JsonNode version = scale.path("metadata").path("resourceVersion");
    if (!version.asText("").isEmpty()) {
      wanted.withObject("/metadata").set("resourceVersion", version);
    }
    return wanted;
  }

  private static String selector(JsonNode selector) {
    TreeMap<String, String> labels = new TreeMap<>();
    selector
        .path("matchLabels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    StringJoiner text = new StringJoiner(",");
    labels.forEach((key, value) -> text.add(key + "=" + value));
    return text.toString();
  }
}
