// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.LabelSelector;
import java.util.ArrayList;
import java.util.List;

/** Why a pod can't run on a node, as scheduler messages; without reasons, it fits. */
final class NodeFit {
  private final NodeLoads loads;

  NodeFit(NodeLoads loads) {
    this.loads = loads;
  }

  /** The reasons. Removing other pods would only help against insufficient resources. */
  record Verdict(List<String> reasons, boolean roomOnly) {
    boolean fits() {
      return reasons.isEmpty();
    }
  }

  Verdict judge(JsonNode pod, JsonNode node) {
    if (node.path("spec").path("unschedulable").asBoolean() && !toleratesUnschedulable(pod)) {
      return new Verdict(List.of("node(s) were unschedulable"), false);
    }
    if (!Taints.tolerated(pod, node) || !(ready(node) || toleratesNotReady(pod))) {
      return new Verdict(List.of("node(s) had untolerated taint(s)"), false);
    }
    if (!selects(pod, node)) {
      return new Verdict(List.of("node(s) didn't match Pod's node affinity/selector"), false);
    }
    return new Verdict(lacks(pod, node), true);
  }

  /** A node that has never reported ready gets no pods, like with the real server's taint. */
  private static boolean ready(JsonNode node) {
    return Conditions.isTrue(node.path("status"), "Ready");
  }

  private static boolean toleratesNotReady(JsonNode pod) {
    return Taints.tolerates(pod, "node.kubernetes.io/not-ready", "", "NoSchedule");
  }

  private static boolean toleratesUnschedulable(JsonNode pod) {
    return Taints.tolerates(pod, "node.kubernetes.io/unschedulable", "", "NoSchedule");
  }

  private static boolean selects(JsonNode pod, JsonNode node) {
    if (!LabelSelector.ofLabels(pod.path("spec").path("nodeSelector")).matches(node)) {
      return false;
    }
    JsonNode required =
        pod.path("spec")
            .path("affinity")
            .path("nodeAffinity")
            .path("requiredDuringSchedulingIgnoredDuringExecution")
            .path("nodeSelectorTerms");
    if (required.isEmpty()) {
      return true;
    }
    for (JsonNode term : required) {
      if (LabelSelector.of(term).selects(node)) {
        return true;
      }
    }
    return false;
  }

  private List<String> lacks(JsonNode pod, JsonNode node) {
    PodRequest request = PodRequest.of(pod);
    PodRequest free = PodRequest.allocatable(node).minus(loads.on(Meta.name(node)));
    List<String> reasons = new ArrayList<>();
    if (free.pods() < 1) {
      reasons.add("Too many pods");
    }
    if (request.cpuMillis() > 0 && request.cpuMillis() > free.cpuMillis()) {
      reasons.add("Insufficient cpu");
    }
    if (request.memoryBytes() > 0 && request.memoryBytes() > free.memoryBytes()) {
      reasons.add("Insufficient memory");
    }
    return reasons;
  }
}
