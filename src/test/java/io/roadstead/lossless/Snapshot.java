// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The desired state of an app's objects as the API server has it. */
record Snapshot(Map<String, JsonNode> specs) {
  /** The number of the rollout; it grows even when a later write reverts the cause of one. */
  static final String REVISION = "revision";

  private static final String ANNOTATION = "deployment.kubernetes.io/revision";

  static Snapshot of(ClusterApi cluster, AppCase app) {
    Map<String, JsonNode> specs = new TreeMap<>();
    app.objects().forEach(o -> add(cluster, specs, o.path("kind").asText(), name(o)));
    if (app.autoscaler() != null) {
      // Somebody else sets the number of pods at any time.
      specs.values().stream()
          .filter(spec -> spec.has("template"))
          .forEach(spec -> ((ObjectNode) spec).remove("replicas"));
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
    JsonNode object = kind.equals("Deployment") ? settled(cluster, name) : cluster.get(kind, name);
    JsonNode spec = object.path("spec");
    if (kind.equals("Deployment") && spec instanceof ObjectNode fields) {
      fields.set(REVISION, object.at("/metadata/annotations").path(ANNOTATION));
    }
    specs.put(kind + "/" + name, spec);
  }

  /** The Deployment once its controller has seen it, so that a rollout has its number. */
  private static JsonNode settled(ClusterApi cluster, String name) {
    List<JsonNode> last = new ArrayList<>();
    last.add(MissingNode.getInstance());
    await("the controller sees the Deployment")
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              JsonNode found = cluster.get("Deployment", name);
              last.set(0, found);
              long generation = found.at("/metadata/generation").asLong();
              return found.at("/status/observedGeneration").asLong() >= generation;
            });
    return last.get(0);
  }
}
