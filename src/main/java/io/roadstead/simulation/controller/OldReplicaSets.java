// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the old ReplicaSets of a rolling Deployment may be scaled down now: unhealthy pods first,
 * then healthy ones.
 */
final class OldReplicaSets {
  private final DeploymentView view;
  private final RollingUpdate rolling;
  private final Map<ObjectNode, Integer> sizes = new LinkedHashMap<>();

  OldReplicaSets(DeploymentView view, RollingUpdate rolling) {
    this.view = view;
    this.rolling = rolling;
    view.old().stream()
        .filter(rs -> DeploymentView.asked(rs) > 0)
        .forEach(rs -> sizes.put(rs, DeploymentView.asked(rs)));
  }

  /** The ReplicaSets to scale down, with their next sizes. */
  Map<ObjectNode, Integer> reduced() {
    ObjectNode newest = view.newest();
    int newUnavailable =
        newest == null ? 0 : DeploymentView.asked(newest) - DeploymentView.available(newest);
    int spare = view.totalAsked() - rolling.minAvailable() - newUnavailable;
    if (spare > 0) {
      dropBroken(spare);
      dropServing();
    }
    sizes.entrySet().removeIf(entry -> DeploymentView.asked(entry.getKey()) == entry.getValue());
    return sizes;
  }

  private void dropBroken(int spare) {
    int left = spare;
    for (Map.Entry<ObjectNode, Integer> entry : sizes.entrySet()) {
      int broken = entry.getValue() - DeploymentView.available(entry.getKey());
      int drop = Math.max(0, Math.min(broken, left));
      entry.setValue(entry.getValue() - drop);
      left -= drop;
    }
  }

  private void dropServing() {
    int left = view.total("availableReplicas") - rolling.minAvailable();
    for (Map.Entry<ObjectNode, Integer> entry : sizes.entrySet()) {
      int drop = Math.max(0, Math.min(entry.getValue(), left));
      entry.setValue(entry.getValue() - drop);
      left -= drop;
    }
  }
}
