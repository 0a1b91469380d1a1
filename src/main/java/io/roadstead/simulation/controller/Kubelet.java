// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kubelets of all nodes: runs the pods that are scheduled to them. */
final class Kubelet {
  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final SimulationClock clock;
  private final Timestamps timestamps;
  private final StageDelays delays;
  private final EnvironmentCheck environment;
  private final MountCheck mounts;
  private final WorkQueue queue;
  private final Map<String, KubeletNode> nodes = new HashMap<>();
  private final Map<ObjectKey, PodWorker> workers = new HashMap<>();

  Kubelet(Workbench bench, StageDelays delays) {
    this.cache = bench.cache();
    this.writer = bench.writer("kubelet");
    this.events = bench.events("kubelet");
    this.clock = bench.clock();
    this.timestamps = bench.timestamps();
    this.delays = delays;
    this.environment = new EnvironmentCheck(cache);
    this.mounts = new MountCheck(cache);
    this.queue = bench.queue("kubelet", this::reconcile);
    cache.onChange(ResourceKinds.POD, change -> queue.add(ObjectKey.of(change.latest())));
  }

  private void reconcile(ObjectKey key) {
    ObjectNode pod = cache.get(ResourceKinds.POD, key);
    PodWorker worker = workers.get(key);
    if (worker != null && (pod == null || !Meta.uid(pod).equals(Meta.uid(worker.pod())))) {
      worker.forget();
      workers.remove(key);
      worker = null;
    }
    if (pod == null || Pods.node(pod).isEmpty()) {
      return;
    }
    KubeletNode node = node(Pods.node(pod));
    if (node == null || node.lost()) {
      return;
    }
    if (worker == null && !Pods.finished(pod)) {
      worker = new PodWorker(this, node, pod);
      workers.put(key, worker);
      worker.begin();
    }
    if (worker != null && Meta.deleting(pod)) {
      worker.terminate(pod.path("metadata").path("deletionGracePeriodSeconds").asLong());
    }
  }

  private @Nullable KubeletNode node(String name) {
    KubeletNode known = nodes.get(name);
    ObjectNode node = cache.get(ResourceKinds.NODE, ObjectKey.clusterScoped(name));
    if (known != null || node == null) {
      return known;
    }
    KubeletNode fresh = new KubeletNode(node, nodes.size() + 1);
    nodes.put(name, fresh);
    return fresh;
  }

  /** Disconnects the node, or reconnects it with everything that it held back meanwhile. */
  void lose(String name, boolean lost) {
    KubeletNode node = node(name);
    if (node == null) {
      throw new IllegalArgumentException("There is no node \"" + name + "\"");
    }
    node.lose(lost);
    if (!lost) {
      List.copyOf(workers.values()).stream()
          .filter(worker -> worker.node() == node)
          .forEach(PodWorker::resume);
      cache.list(ResourceKinds.POD, "").stream()
          .filter(pod -> Pods.node(pod).equals(name))
          .forEach(pod -> queue.add(ObjectKey.of(pod)));
    }
  }

  boolean isLost(String name) {
    KubeletNode node = nodes.get(name);
    return node != null && node.lost();
  }

  Optional<ContainerWorker> container(ObjectKey pod, String container) {
    return Optional.ofNullable(workers.get(pod)).flatMap(worker -> worker.container(container));
  }

  void record(
      PodWorker worker, ContainerWorker container, String type, String reason, String message) {
    String list = container.init() ? "initContainers" : "containers";
    String path = "spec." + list + "{" + container.name() + "}";
    events.record(worker.pod(), path, worker.node().name(), type, reason, message);
  }

  /** Records an event about the whole pod. */
  void warn(PodWorker worker, String reason, String message) {
    events.record(worker.pod(), "", worker.node().name(), "Warning", reason, message);
  }

  MountCheck mounts() {
    return mounts;
  }

  ClusterWriter writer() {
    return writer;
  }

  SimulationClock clock() {
    return clock;
  }

  Timestamps timestamps() {
    return timestamps;
  }

  StageDelays delays() {
    return delays;
  }

  EnvironmentCheck environment() {
    return environment;
  }
}
