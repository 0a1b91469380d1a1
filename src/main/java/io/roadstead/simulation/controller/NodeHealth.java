// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.util.List;

/** The conditions that a kubelet reports for a healthy node. */
final class NodeHealth {
  private NodeHealth() {}

  static List<Condition> good() {
    return List.of(
        Condition.no(
            "MemoryPressure",
            "KubeletHasSufficientMemory",
            "kubelet has sufficient memory available"),
        Condition.no("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
        Condition.no(
            "PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
        Condition.yes("Ready", "KubeletReady", "kubelet is posting ready status"));
  }
}
