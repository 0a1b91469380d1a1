// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of one role.
 *
 * @param name the name of its nodes, with placeholders
 * @param count how many it takes before the next pool gets some; 0 for all that are left
 * @param controlPlane whether the control plane runs here
 * @param labels beside the system's
 * @param annotations beside the system's
 * @param withWorkers what its nodes have only while there are others
 */
public record NodePool(
    String name,
    int count,
    boolean controlPlane,
    Map<String, String> labels,
    Map<String, String> annotations,
    @Nullable Beside withWorkers) {

  public NodePool {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Labels and taints (key and effect) that depend on the rest of the cluster. */
  public record Beside(Map<String, String> labels, List<Map<String, String>> taints) {
    static final Beside NOTHING = new Beside(Map.of(), List.of());

    public Beside {
      labels = Map.copyOf(labels);
      taints = List.copyOf(taints);
    }
  }

  /** Its further labels and taints when some nodes are in other pools, and when none are. */
  Beside beside(boolean others) {
    return others && withWorkers != null ? withWorkers : Beside.NOTHING;
  }
}
