// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The desired state of an app's objects as the API server has it. */
record Snapshot(Map<String, JsonNode> specs) {

  static Snapshot of(ClusterApi cluster, AppCase app) {
    Map<String, JsonNode> specs = new TreeMap<>();
    app.objects().forEach(o -> add(cluster, specs, o.path("kind").asText(), name(o)));
    // A write that makes objects that were not there is seen too.
    List.of("Service", "HorizontalPodAutoscaler")
        .forEach(kind -> add(cluster, specs, kind, app.name()));
    if (app.autoscaler() != null) {
      // Somebody else sets the number of pods at any time.
      specs.values().stream()
          .filter(spec -> spec.has("template"))
          .forEach(spec -> ((ObjectNode) spec).remove(List.of("replicas", "generation")));
    }
    return new Snapshot(specs);
  }

  List<Difference> until(Snapshot later) {
    List<Difference> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> spec : specs.entrySet()) {
      String kind = spec.getKey().substring(0, spec.getKey().indexOf('/'));
      found.addAll(
          Difference.between(kind + ".spec", spec.getValue(), later.specs.get(spec.getKey())));
    }
    return found;
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static void add(
      ClusterApi cluster, Map<String, JsonNode> specs, String kind, String name) {
    JsonNode object = cluster.get(kind, name);
    JsonNode spec = object.path("spec");
    if (kind.equals("Deployment") && spec instanceof ObjectNode fields) {
      // A rollout has a number of its own, even when a later write reverts its cause.
      fields.set("generation", object.at("/metadata/generation"));
    }
    specs.put(kind + "/" + name, spec);
  }
}
