// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which pods of a ReplicaSet are deleted: not scheduled, not running, not ready, low
 * deletion cost by annotation, crowded on one node, young.
 */
final class PodDeletionOrder {
  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private PodDeletionOrder() {}

  static List<ObjectNode> sorted(List<ObjectNode> pods) {
    Map<String, Integer> readyOnNode = new HashMap<>();
    for (ObjectNode pod : pods) {
      if (Pods.ready(pod)) {
        readyOnNode.merge(Pods.node(pod), 1, Integer::sum);
      }
    }
    Comparator<ObjectNode> order =
        Comparator.<ObjectNode>comparingInt(pod -> Pods.node(pod).isEmpty() ? 0 : 1)
            .thenComparingInt(PodDeletionOrder::phaseRank)
            .thenComparingInt(pod -> Pods.ready(pod) ? 1 : 0)
            .thenComparingInt(PodDeletionOrder::cost)
            .thenComparing(pod -> -readyOnNode.getOrDefault(Pods.node(pod), 0))
            .thenComparing(Pods::readySince, Comparator.reverseOrder())
            .thenComparing(pod -> -Pods.restarts(pod))
            .thenComparing(Meta::created, Comparator.reverseOrder())
            .thenComparing(Meta::uid);
    return pods.stream().sorted(order).toList();
  }

  private static int phaseRank(JsonNode pod) {
    return switch (Pods.phase(pod)) {
      case "", "Pending" -> 0;
      case "Unknown" -> 1;
      default -> 2;
    };
  }

  private static int cost(JsonNode pod) {
    try {
      String cost = Meta.annotation(pod, COST);
      return cost.isEmpty() ? 0 : Integer.parseInt(cost);
    } catch (NumberFormatException e) {
      return 0; // like the real controller: a cost that is not a number counts as none
    }
  }
}
