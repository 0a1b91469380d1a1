// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pool of nodes with the same role.
 *
 * @param name the name of its nodes, with placeholders
 * @param count maximum number of nodes; further nodes go to the next pool; 0 for all remaining
 *     nodes
 * @param controlPlane whether its nodes run the control plane
 * @param labels labels in addition to the system's
 * @param annotations annotations in addition to the system's
 * @param withWorkers labels and taints that its nodes have only if there are nodes in other pools
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

  /** Its additional labels and taints, depending on whether there are nodes in other pools. */
  Beside beside(boolean others) {
    return others && withWorkers != null ? withWorkers : Beside.NOTHING;
  }
}
