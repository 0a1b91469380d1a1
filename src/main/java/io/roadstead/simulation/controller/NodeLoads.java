// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.HashMap;
import java.util.Map;

/** The total requests of the pods on each node, updated pod by pod. */
final class NodeLoads {
  private final Map<String, Placement> placements = new HashMap<>();
  private final Map<String, PodRequest> loads = new HashMap<>();

  private record Placement(String node, PodRequest request) {}

  NodeLoads(ClusterCache cache) {
    cache.list(ResourceKinds.POD, "").forEach(this::put);
    cache.onChange(
        ResourceKinds.POD,
        change -> {
          ObjectNode pod = change.after();
          if (pod == null || Pods.finished(pod)) {
            remove(Meta.uid(change.latest()));
          } else {
            put(pod);
          }
        });
  }

  PodRequest on(String node) {
    return loads.getOrDefault(node, PodRequest.NONE);
  }

  /** Adds the pod to its node; no effect for a pod without a node or already counted. */
  void put(ObjectNode pod) {
    String node = Pods.node(pod);
    if (node.isEmpty() || placements.containsKey(Meta.uid(pod))) {
      return;
    }
    PodRequest request = PodRequest.of(pod);
    placements.put(Meta.uid(pod), new Placement(node, request));
    loads.merge(node, request, PodRequest::plus);
  }

  private void remove(String uid) {
    Placement placement = placements.remove(uid);
    if (placement != null) {
      loads.merge(placement.node(), placement.request(), PodRequest::minus);
    }
  }
}
