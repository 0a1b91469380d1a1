// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node of a planned cluster, with the texts of its system filled in for its number.
 *
 * @param others whether the cluster has nodes in other pools too
 */
public record PlannedNode(
    SimulatedSystem system, NodePool pool, Placeholders texts, boolean others) {

  /** The name of the node. */
  public String name() {
    return texts.fill("{name}");
  }

  /** Its labels, except those that every kubelet sets. */
  public Map<String, String> labels() {
    Map<String, String> labels = texts.fill(system.node().labels());
    labels.putAll(texts.fill(pool.labels()));
    labels.putAll(pool.beside(others).labels());
    return labels;
  }

  /** Its annotations, except those that every kubelet sets. */
  public Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>(texts.fill(system.node().annotations()));
    annotations.putAll(texts.fill(pool.annotations()));
    return annotations;
  }

  /** Its taints: key and effect. */
  public List<Map<String, String>> taints() {
    return pool.beside(others).taints();
  }

  /** Its addresses: type and address. */
  public List<Map<String, String>> addresses() {
    return system.node().addresses().stream().map(texts::fill).toList();
  }
}
