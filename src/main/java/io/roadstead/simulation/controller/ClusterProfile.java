// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.system.SimulatedSystem;

/**
 * The kind of simulated cluster, as data.
 *
 * @param system determines its nodes and initial objects
 * @param version the Kubernetes version, such as v1.36.3
 * @param nodes number of nodes; at most 200
 */
public record ClusterProfile(
    SimulatedSystem system,
    String version,
    int nodes,
    LoadBalancerBehavior loadBalancer,
    StageDelays delays) {

  public ClusterProfile {
    if (nodes < 0 || nodes > 200) {
      throw new IllegalArgumentException("nodes must be 0 to 200, not " + nodes);
    }
  }
}
