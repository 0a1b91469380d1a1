// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.PhysicalView.Spread;
import io.roadstead.kubernetes.model.Neighbourhood;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.status.AppInsight;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How an app's pods are spread.
 *
 * @param spread the numbers
 * @param byNode pods on each node
 * @param byZone pods in each zone
 */
record Spreading(Spread spread, Map<String, Integer> byNode, Map<String, Integer> byZone) {

  static Spreading of(ObservedApp app, Neighbourhood around) {
    List<PodRecord> placed =
        app.pods().stream().filter(pod -> pod.node() != null && AppInsight.stays(pod)).toList();
    Map<String, Integer> byNode = new TreeMap<>();
    Map<String, Integer> byZone = new TreeMap<>();
    for (PodRecord pod : placed) {
      String name = Objects.requireNonNull(pod.node());
      byNode.merge(name, 1, Integer::sum);
      NodeRecord node = app.nodes().get(name);
      if (node != null && node.zone() != null) {
        byZone.merge(node.zone(), 1, Integer::sum);
      }
    }
    return new Spreading(spread(placed.size(), byNode, byZone, around), byNode, byZone);
  }

  private static Spread spread(
      int pods, Map<String, Integer> byNode, Map<String, Integer> byZone, Neighbourhood around) {
    List<NodeRecord> usable = around.nodes().stream().filter(NodeRecord::usable).toList();
    int zones =
        usable.stream()
            .map(NodeRecord::zone)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet())
            .size();
    return new Spread(
        pods, byNode.size(), byZone.size(), usable.size(), zones, most(byNode), most(byZone));
  }

  private static int most(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
