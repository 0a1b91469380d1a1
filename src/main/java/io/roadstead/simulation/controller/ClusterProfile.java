// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.system.SimulatedSystem;

/**
 * What kind of cluster is simulated, as data.
 *
 * @param system what its nodes look like and what it brings along
 * @param version the version of Kubernetes, such as v1.36.3
 * @param nodes how many there are; at most 200
 */
public record ClusterProfile(
    SimulatedSystem system,
    String version,
    int nodes,
    LoadBalancerBehaviour loadBalancer,
    StageDelays delays) {

  public ClusterProfile {
    if (nodes < 0 || nodes > 200) {
      throw new IllegalArgumentException("nodes must be 0 to 200, not " + nodes);
    }
  }
}
