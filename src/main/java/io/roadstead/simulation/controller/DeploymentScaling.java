// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resizes a Deployment without rolling it: during a rollout, each ReplicaSet gets its share. */
final class DeploymentScaling {
  private final ReplicaSetWriter replicaSets;

  DeploymentScaling(ReplicaSetWriter replicaSets) {
    this.replicaSets = replicaSets;
  }

  /** Whether the desired number has changed since the running ReplicaSets were last sized. */
  boolean wasScaled(DeploymentView view) {
    if (view.recreate() && view.active().size() > 1) {
      return false; // Recreate ends the old ones first, regardless of their size
    }
    return view.active().stream()
        .map(rs -> Meta.annotation(rs, ReplicaSetWriter.DESIRED))
        .anyMatch(seen -> !seen.isEmpty() && Integer.parseInt(seen) != view.replicas());
  }

  void apply(DeploymentView view) {
    List<ObjectNode> active = view.active();
    ObjectNode newest = view.newest();
    if (active.size() <= 1) {
      ObjectNode only = active.isEmpty() ? newest : active.get(0);
      if (only != null) {
        resize(view, only, view.replicas());
      }
      return;
    }
    if (newest != null && saturated(view, newest)) {
      view.old().stream()
          .filter(rs -> DeploymentView.asked(rs) > 0)
          .forEach(rs -> resize(view, rs, 0));
      return;
    }
    if (!view.recreate()) {
      shares(view, active).forEach((rs, size) -> resize(view, rs, size));
    }
  }

  private void resize(DeploymentView view, ObjectNode replicaSet, int size) {
    replicaSets.scale(view, replicaSet, size);
  }

  private static boolean saturated(DeploymentView view, ObjectNode newest) {
    String seen = Meta.annotation(newest, ReplicaSetWriter.DESIRED);
    return seen.equals(Integer.toString(view.replicas()))
        && DeploymentView.asked(newest) == view.replicas()
        && DeploymentView.available(newest) == view.replicas();
  }

  /** Distributes the difference in proportion to size; the largest takes the rounding remainder. */
  private static Map<ObjectNode, Integer> shares(DeploymentView view, List<ObjectNode> active) {
    int allowed =
        view.replicas() == 0 ? 0 : view.replicas() + RollingUpdate.of(view.deployment()).maxSurge();
    int total = view.totalAsked();
    int change = allowed - total;
    Map<ObjectNode, Integer> sizes = new LinkedHashMap<>();
    int left = change;
    List<ObjectNode> largestFirst =
        active.stream().sorted(Comparator.comparingInt(DeploymentView::asked).reversed()).toList();
    for (ObjectNode replicaSet : largestFirst) {
      int size = DeploymentView.asked(replicaSet);
      int share = total == 0 ? 0 : Math.round((float) size * change / total);
      share = change > 0 ? Math.min(share, left) : Math.max(share, left);
      sizes.put(replicaSet, Math.max(0, size + share));
      left -= share;
    }
    int rest = left;
    sizes.computeIfPresent(largestFirst.get(0), (rs, size) -> Math.max(0, size + rest));
    return sizes;
  }
}
