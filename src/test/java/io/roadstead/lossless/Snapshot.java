// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an app's objects are and say of themselves: their desired state, labels and annotations, as
 * the API server has them.
 */
record Snapshot(Map<String, JsonNode> objects) {
  /** The number of the rollout; it grows even when a later write reverts the cause of one. */
  static final String REVISION = "revision";

  private static final String ANNOTATION = "deployment.kubernetes.io/revision";

  /** What an owner writes there; the last is of no use once another tool owns the fields. */
  private static final List<String> OF_OWNER =
      List.of(
          "roadstead.io/",
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/managed-by",
          "deployment.kubernetes.io/",
          "kubectl.kubernetes.io/last-applied-configuration");

  static Snapshot of(ClusterApi cluster, AppCase app) {
    Map<String, JsonNode> objects = new TreeMap<>();
    for (ObjectNode object : app.objects()) {
      String kind = object.path("kind").asText();
      String name = object.at("/metadata/name").asText();
      boolean deployment = kind.equals("Deployment");
      JsonNode found = deployment ? settled(cluster, name) : cluster.get(kind, name);
      JsonNode part = part(found);
      if (deployment && app.autoscaler() != null) {
        // Somebody else sets the number of pods at any time.
        ((ObjectNode) part.path("spec")).remove("replicas");
      }
      objects.put(kind + "/" + name, part);
    }
    return new Snapshot(objects);
  }

  /** What is not the same later; labels and annotations may be added, not taken away. */
  List<Difference> until(Snapshot later) {
    List<Difference> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> object : objects.entrySet()) {
      String kind = object.getKey().substring(0, object.getKey().indexOf('/'));
      JsonNode after = later.objects.get(object.getKey());
      Difference.between(kind, object.getValue(), after).stream()
          .filter(d -> d.path().startsWith(kind + ".spec") || !d.before().isMissingNode())
          .forEach(found::add);
    }
    return found;
  }

  private static JsonNode part(JsonNode object) {
    if (object.isMissingNode()) {
      return object;
    }
    ObjectNode part = JsonNodeFactory.instance.objectNode();
    part.set("spec", object.path("spec"));
    JsonNode revision = object.at("/metadata/annotations").path(ANNOTATION);
    ((ObjectNode) part.path("spec")).put(REVISION, revision.asText());
    for (String name : List.of("labels", "annotations")) {
      ObjectNode own = part.putObject(name);
      object.path("metadata").path(name).properties().stream()
          .filter(entry -> OF_OWNER.stream().noneMatch(entry.getKey()::startsWith))
          .forEach(entry -> own.set(entry.getKey(), entry.getValue()));
    }
    return part;
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
              boolean still =
                  revision(found).equals(revision(last.set(0, found))) && !found.isMissingNode();
              long generation = found.at("/metadata/generation").asLong();
              // A client that replaces a Deployment can remove the number; it is set again.
              boolean numbered =
                  found.at("/spec/paused").asBoolean()
                      || found.at("/metadata/annotations").has(ANNOTATION);
              return still
                  && numbered
                  && found.at("/status/observedGeneration").asLong() >= generation;
            });
    return last.get(0);
  }

  private static String revision(JsonNode deployment) {
    return deployment.at("/metadata/resourceVersion").asText();
  }
}
