// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.Map;

/**
 * A pod of a system in kube-system; all texts may contain placeholders.
 *
 * @param on the nodes that run it
 * @param mirror whether it is the mirror pod of a static pod
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
    /** On each control plane node. */
    CONTROL_PLANE
  }

  public SystemPod {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Whether the node runs it. */
  public boolean runsOn(PlannedNode node) {
    return on == Place.EVERY || node.pool().controlPlane();
  }
}
