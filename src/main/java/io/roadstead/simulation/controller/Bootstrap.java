// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;

/**
 * Puts the nodes into a new cluster; the namespaces and the API's own Service come with the store.
 */
final class Bootstrap {
  private final ClusterWriter kubelet;
  private final Timestamps timestamps;

  Bootstrap(Workbench bench) {
    this.kubelet = bench.writer("kubelet");
    this.timestamps = bench.timestamps();
  }

  void run(ClusterProfile profile) {
    for (int number = 1; number <= profile.nodes(); number++) {
      createNode(profile, number);
    }
  }

  private void createNode(ClusterProfile profile, int number) {
    ObjectNode created = kubelet.create(ResourceKinds.NODE, profile.node().node(number));
    kubelet.updateStatus(
        ResourceKinds.NODE,
        created,
        status -> profile.node().status(status, number, profile.version(), timestamps.now()));
  }
}
