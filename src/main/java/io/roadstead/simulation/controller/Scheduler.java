// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Binds each pending pod to the least loaded node that fits, or reports why there is none. */
final class Scheduler {
  private static final String NAME = "default-scheduler";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final Timestamps timestamps;
  private final NodeLoads loads;
  private final NodeFit fit;
  private final WorkQueue queue;
  private final Set<ObjectKey> unschedulable = new LinkedHashSet<>();

  Scheduler(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-scheduler");
    this.events = bench.events(NAME);
    this.timestamps = bench.timestamps();
    this.loads = new NodeLoads(cache);
    this.fit = new NodeFit(loads);
    this.queue = bench.queue("scheduler", this::schedule);
    cache.onChange(ResourceKinds.POD, this::podChanged);
    cache.onChange(ResourceKinds.NODE, change -> retryAll());
    cache.onChange(ResourceKinds.PERSISTENT_VOLUME_CLAIM, change -> retryAll());
  }

  private void podChanged(ClusterCache.Change change) {
    ObjectNode pod = change.after();
    if (pod == null || Pods.finished(pod)) {
      retryAll();
    } else if (waiting(pod) && change.before() == null) {
      queue.add(ObjectKey.of(pod));
    }
  }

  private static boolean waiting(JsonNode pod) {
    String scheduler = pod.path("spec").path("schedulerName").asText(NAME);
    return Pods.node(pod).isEmpty() && Pods.active(pod) && scheduler.equals(NAME);
  }

  private void retryAll() {
    unschedulable.forEach(queue::add);
    unschedulable.clear();
  }

  private void schedule(ObjectKey key) {
    ObjectNode pod = cache.get(ResourceKinds.POD, key);
    if (pod == null || !waiting(pod)) {
      return;
    }
    Optional<String> obstacle = Claims.obstacle(pod, cache);
    if (obstacle.isPresent()) {
      unschedulable.add(key);
      reportUnschedulable(pod, unclaimed(obstacle.get()));
      return;
    }
    Collection<ObjectNode> nodes = cache.list(ResourceKinds.NODE, "");
    Map<ObjectNode, NodeFit.Verdict> verdicts = new LinkedHashMap<>();
    nodes.forEach(node -> verdicts.put(node, fit.judge(pod, node)));
    Optional<ObjectNode> best =
        verdicts.entrySet().stream()
            .filter(entry -> entry.getValue().fits())
            .map(Map.Entry::getKey)
            .min(leastCrowded(pod));
    if (best.isPresent()) {
      bind(pod, best.get());
      return;
    }
    unschedulable.add(key);
    reportUnschedulable(pod, message(verdicts));
  }

  /** Spreads the pods of one owner first, then the load. */
  private Comparator<ObjectNode> leastCrowded(ObjectNode pod) {
    Map<String, Integer> siblings = new HashMap<>();
    String owner = Meta.controllerUid(pod);
    List<ObjectNode> family =
        owner.isEmpty() ? List.of() : cache.controlledBy(ResourceKinds.POD, owner);
    for (ObjectNode other : family) {
      if (Pods.active(other)) {
        siblings.merge(Pods.node(other), 1, Integer::sum);
      }
    }
    return Comparator.<ObjectNode>comparingInt(n -> siblings.getOrDefault(Meta.name(n), 0))
        .thenComparingDouble(this::used)
        .thenComparing(Meta::name);
  }

  private double used(JsonNode node) {
    PodRequest all = PodRequest.allocatable(node);
    PodRequest load = loads.on(Meta.name(node));
    return share(load.cpuMillis(), all.cpuMillis())
        + share(load.memoryBytes(), all.memoryBytes())
        + share(load.pods(), all.pods());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private void bind(ObjectNode pod, ObjectNode node) {
    String name = Meta.name(node);
    ObjectNode bound = writer.bind(pod, name);
    loads.put(bound);
    writer.updateStatus(
        ResourceKinds.POD,
        bound,
        status -> Conditions.set(status, Condition.yes("PodScheduled", "", ""), timestamps.now()));
    String message = "Successfully assigned %s to %s".formatted(ObjectKey.of(pod), name);
    events.normal(pod, "Scheduled", message);
  }

  private void reportUnschedulable(ObjectNode pod, String message) {
    writer.updateStatus(
        ResourceKinds.POD,
        pod,
        status ->
            Conditions.set(
                status, Condition.no("PodScheduled", "Unschedulable", message), timestamps.now()));
    events.warning(pod, "FailedScheduling", message);
  }

  private String unclaimed(String obstacle) {
    int nodes = cache.list(ResourceKinds.NODE, "").size();
    String available = "0/" + nodes + " nodes are available: ";
    return "%s%s. preemption: %s%d Preemption is not helpful for scheduling."
        .formatted(available, obstacle, available, nodes);
  }

  private static String message(Map<ObjectNode, NodeFit.Verdict> verdicts) {
    int nodes = verdicts.size();
    if (nodes == 0) {
      return "no nodes available to schedule pods";
    }
    Map<String, Integer> counts = new TreeMap<>();
    verdicts.values().stream()
        .flatMap(verdict -> verdict.reasons().stream())
        .forEach(reason -> counts.merge(reason, 1, Integer::sum));
    String reasons =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    String available = "0/" + nodes + " nodes are available: ";
    return available + reasons + ". preemption: " + available + preemption(verdicts) + ".";
  }

  private static String preemption(Map<ObjectNode, NodeFit.Verdict> verdicts) {
    long room = verdicts.values().stream().filter(NodeFit.Verdict::roomOnly).count();
    long other = verdicts.size() - room;
    String victims = room + " No preemption victims found for incoming pod";
    String useless = other + " Preemption is not helpful for scheduling";
    if (other == 0) {
      return victims;
    }
    return room == 0 ? useless : victims + ", " + useless;
  }
}
