// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;

/**
 * Handles nodes whose kubelet stops responding: unknown conditions, taints, pods that are no longer
 * ready, and their eviction once their tolerations run out.
 */
final class NodeLifecycleController {
  private static final List<String> CONDITIONS =
      List.of("MemoryPressure", "DiskPressure", "PIDPressure", "Ready");
  private static final Duration TOLERATED = Duration.ofMinutes(5);

  private static final Duration ORPHANS_KEPT = Duration.ofSeconds(40);

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final SimulationClock clock;
  private final Timestamps timestamps;
  private final Kubelet kubelet;

  NodeLifecycleController(Workbench bench, Kubelet kubelet) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.events = bench.events("node-controller");
    this.clock = bench.clock();
    this.timestamps = bench.timestamps();
    this.kubelet = kubelet;
    cache.onChange(
        ResourceKinds.NODE,
        change -> {
          if (change.after() == null) {
            String name = Meta.name(change.latest());
            clock.schedule(ORPHANS_KEPT, () -> collect(name));
          }
        });
  }

  /** Removes the remaining pods of a node that is permanently gone. */
  private void collect(String node) {
    if (cache.get(ResourceKinds.NODE, ObjectKey.clusterScoped(node)) == null) {
      podsOn(node).forEach(pod -> writer.delete(ResourceKinds.POD, pod, DeleteOptions.now()));
    }
  }

  /** The node stops responding; its pods keep their last state until they are evicted. */
  void lose(String name) {
    kubelet.lose(name, true);
    ObjectNode node = node(name);
    writer.updateStatus(
        ResourceKinds.NODE, node, status -> CONDITIONS.forEach(type -> unknown(status, type)));
    writer.update(ResourceKinds.NODE, node, latest -> taint(latest.withObject("/spec")));
    events.normal(node, "NodeNotReady", "Node " + name + " status is now: NodeNotReady");
    for (ObjectNode pod : podsOn(name)) {
      markLost(pod, name);
      Duration tolerated = toleration(pod);
      if (!tolerated.isNegative()) {
        clock.schedule(tolerated, () -> evict(ObjectKey.of(pod), Meta.uid(pod), name));
      }
    }
  }

  /** The node responds again: its pods report their current state. */
  void recover(String name) {
    ObjectNode node = node(name);
    writer.updateStatus(
        ResourceKinds.NODE,
        node,
        status ->
            NodeHealth.good()
                .forEach(condition -> Conditions.set(status, condition, timestamps.now())));
    writer.update(ResourceKinds.NODE, node, latest -> untaint(latest.withObject("/spec")));
    events.normal(node, "NodeReady", "Node " + name + " status is now: NodeReady");
    for (ObjectNode pod : podsOn(name)) {
      writer.updateStatus(
          ResourceKinds.POD,
          pod,
          status -> {
            status.remove("reason");
            status.remove("message");
          });
    }
    kubelet.lose(name, false);
  }

  private ObjectNode node(String name) {
    ObjectNode node = cache.get(ResourceKinds.NODE, ObjectKey.clusterScoped(name));
    if (node == null) {
      throw new IllegalArgumentException("There is no node \"" + name + "\"");
    }
    return node;
  }

  private List<ObjectNode> podsOn(String node) {
    return cache.list(ResourceKinds.POD, "").stream()
        .filter(pod -> Pods.node(pod).equals(node))
        .toList();
  }

  private void unknown(ObjectNode status, String type) {
    Condition condition =
        new Condition(type, "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.");
    Conditions.set(status, condition, timestamps.now());
  }

  private void taint(ObjectNode spec) {
    ArrayNode taints = spec.withArray("taints");
    for (String effect : List.of("NoSchedule", "NoExecute")) {
      taints
          .addObject()
          .put("key", Taints.UNREACHABLE)
          .put("effect", effect)
          .put("timeAdded", timestamps.now());
    }
  }

  private static void untaint(ObjectNode spec) {
    ArrayNode taints = spec.withArray("taints");
    for (int i = taints.size() - 1; i >= 0; i--) {
      if (taints.get(i).path("key").asText().equals(Taints.UNREACHABLE)) {
        taints.remove(i);
      }
    }
    if (taints.isEmpty()) {
      spec.remove("taints");
    }
  }

  private void markLost(ObjectNode pod, String node) {
    String message =
        "Node %s which was running pod %s is unresponsive".formatted(node, Meta.name(pod));
    writer.updateStatus(
        ResourceKinds.POD,
        pod,
        status -> {
          if (Conditions.isTrue(status, "Ready")) {
            Conditions.set(status, Condition.no("Ready", "NodeLost", message), timestamps.now());
          }
        });
    events.warning(pod, "NodeNotReady", "Node is not ready");
  }

  /** How long the pod tolerates an unreachable node; negative for no limit. */
  private static Duration toleration(JsonNode pod) {
    for (JsonNode toleration : pod.path("spec").path("tolerations")) {
      if (Taints.matches(toleration, Taints.UNREACHABLE, "", "NoExecute")) {
        JsonNode seconds = toleration.path("tolerationSeconds");
        return seconds.isMissingNode()
            ? Duration.ofSeconds(-1)
            : Duration.ofSeconds(seconds.asLong());
      }
    }
    return TOLERATED;
  }

  private void evict(ObjectKey key, String uid, String node) {
    ObjectNode pod = cache.get(ResourceKinds.POD, key);
    if (pod == null || !Meta.uid(pod).equals(uid) || !kubelet.isLost(node)) {
      return;
    }
    events.normal(pod, "TaintManagerEviction", "Marking for deletion Pod " + key);
    writer.delete(ResourceKinds.POD, pod, DeleteOptions.background());
    markGone(key, node);
  }

  private void markGone(ObjectKey key, String node) {
    ObjectNode pod = cache.get(ResourceKinds.POD, key);
    if (pod == null) {
      return;
    }
    writer.updateStatus(
        ResourceKinds.POD,
        pod,
        status ->
            status
                .put("reason", "NodeLost")
                .put(
                    "message",
                    "Node %s which was running pod %s is unresponsive"
                        .formatted(node, key.name())));
  }
}
