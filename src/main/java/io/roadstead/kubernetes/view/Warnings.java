// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.Container;
import io.roadstead.app.PhysicalView.Spread;
import io.roadstead.app.PhysicalView.Warning;
import io.roadstead.app.PhysicalView.WarningCode;
import io.roadstead.kubernetes.model.ObservedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds risks of the placement of an app's pods. */
final class Warnings {
  private Warnings() {}

  static List<Warning> of(ObservedApp app, Spreading spreading) {
    if (app.deployment().desiredReplicas() == 0) {
      return List.of();
    }
    List<Warning> warnings = new ArrayList<>();
    addLostNodes(app, warnings);
    addConcentration(app, spreading, warnings);
    addProbes(app, warnings);
    return warnings;
  }

  private static void addLostNodes(ObservedApp app, List<Warning> warnings) {
    String lost =
        app.nodes().values().stream()
            .filter(node -> !node.ready())
            .map(node -> node.meta().name())
            .sorted()
            .collect(Collectors.joining(", "));
    if (!lost.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.NODE_NOT_READY,
              "Not ready: %s. Pods there may be gone. Check the node.".formatted(lost)));
    }
  }

  private static void addConcentration(
      ObservedApp app, Spreading spreading, List<Warning> warnings) {
    Spread spread = spreading.spread();
    if (app.deployment().desiredReplicas() == 1) {
      warnings.add(
          new Warning(
              WarningCode.SINGLE_REPLICA,
              "There is only one pod: the app is down while it is moved or restarted. Scale to two"
                  + " or more."));
      return;
    }
    if (spread.pods() > 1 && spread.nodes() == 1) {
      String node = spreading.byNode().keySet().iterator().next();
      warnings.add(
          new Warning(
              WarningCode.ALL_ON_ONE_NODE,
              "All %d pods are on node %s: the app is down when the node is. %s"
                  .formatted(spread.pods(), node, app.nodesKnown() ? moreNodes(spread) : "")
                  .strip()));
    }
    if (spread.pods() > 1 && spread.zones() == 1 && spread.usableZones() > 1) {
      String zone = spreading.byZone().keySet().iterator().next();
      warnings.add(
          new Warning(
              WarningCode.ALL_IN_ONE_ZONE,
              "All %d pods are in zone %s, though the cluster has %d zones. Restart or rescale the"
                      .formatted(spread.pods(), zone, spread.usableZones())
                  + " app when the other zones have room."));
    }
  }

  private static String moreNodes(Spread spread) {
    return spread.usableNodes() > 1
        ? "The cluster has %d nodes that take pods: restart or rescale the app when they have room."
            .formatted(spread.usableNodes())
        : "The cluster has no other node that takes pods.";
  }

  private static void addProbes(ObservedApp app, List<Warning> warnings) {
    String without =
        app.deployment().template().containers().stream()
            .filter(container -> !container.ports().isEmpty() && container.readinessProbe() == null)
            .map(Container::name)
            .collect(Collectors.joining(", "));
    if (!without.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.NO_READINESS_PROBE,
              "No readiness probe on %s: pods get traffic before they can serve it."
                  .formatted(without)));
    }
  }
}
