// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.controller.ClusterControllers;

/** A node of a simulated cluster, for simulating machine failures. */
public final class SimulatedNode {
  private final String name;
  private final ClusterControllers controllers;

  SimulatedNode(String name, ClusterControllers controllers) {
    this.name = name;
    this.controllers = controllers;
  }

  /**
   * Cuts the node off: it turns NotReady, its pods are lost, and evicted when their tolerations run
   * out.
   */
  public void lose() {
    controllers.loseNode(name);
  }

  /** Brings the node back, with the pods that it still has. */
  public void recover() {
    controllers.recoverNode(name);
  }
}
