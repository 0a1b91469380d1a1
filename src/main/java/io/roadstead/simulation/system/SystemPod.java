// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.Map;

/**
 * A pod in kube-system that a system brings along; every text may hold placeholders.
 *
 * @param on the nodes that have one
 * @param mirror whether it stands for a static pod of its node
 */
public record SystemPod(
    Place on,
    String name,
    boolean mirror,
    Map<String, String> labels,
    Map<String, String> annotations,
    String image) {

  /** Where a pod of the system runs. */
  public enum Place {
    /** On each node. */
    EVERY,
    /** On each node of the control plane. */
    CONTROL_PLANE
  }

  public SystemPod {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Whether the node has one. */
  public boolean runsOn(PlannedNode node) {
    return on == Place.EVERY || node.pool().controlPlane();
  }
}
