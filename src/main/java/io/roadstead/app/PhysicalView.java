// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as it stands on machines: from where traffic comes in, over nodes in their zones, to pods
 * and containers.
 *
 * @param app the app
 * @param state its state as a whole
 * @param exposure how traffic gets in
 * @param zones zones with their nodes, by name; nodes without a zone come last, in a zone without a
 *     name
 * @param unscheduled pods that have no node yet
 * @param otherNodes nodes of the cluster that are not in the view
 * @param spread how well the pods are spread
 * @param warnings what is risky about where the pods are, worst first
 * @param omittedPods pods that are not in the view, because they are more than {@link #MOST_PODS}
 * @param freshness how old the view is
 */
public record PhysicalView(
    AppName app,
    AppState state,
    ExposureStatus exposure,
    List<Zone> zones,
    List<Pod> unscheduled,
    int otherNodes,
    Spread spread,
    List<Warning> warnings,
    int omittedPods,
    Freshness freshness) {
  /** A view holds this many pods at most; ListPods pages through all of them. */
  public static final int MOST_PODS = LogicalView.MOST_PODS;

  public PhysicalView {
    zones = List.copyOf(zones);
    unscheduled = List.copyOf(unscheduled);
    warnings = List.copyOf(warnings);
  }

  /**
   * A failure domain of the cluster.
   *
   * @param name its name ({@code topology.kubernetes.io/zone}), or null for nodes that have none
   * @param nodes its nodes, by name
   */
  public record Zone(@Nullable String name, List<Node> nodes) {
    public Zone {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * A node with pods of the app, or an empty one of a small cluster.
   *
   * @param name its name
   * @param instanceType what machine it is, or null when the cluster does not say
   * @param internalIp its first address within the nodes' network, or null
   * @param externalIp its first address from outside, or null
   * @param ready whether it reports that it can run pods; true where nodes may not be looked at
   * @param takesTraffic whether it takes traffic for the app's node ports
   * @param pods the app's pods on it, by name
   */
  public record Node(
      String name,
      @Nullable String instanceType,
      @Nullable String internalIp,
      @Nullable String externalIp,
      boolean ready,
      boolean takesTraffic,
      List<Pod> pods) {
    public Node {
      pods = List.copyOf(pods);
    }
  }

  /**
   * A pod.
   *
   * @param name its name
   * @param ip its IP, or null before it has one
   * @param hostname the host name that it sees itself under
   * @param phase where it is in its life
   * @param health how it is doing
   * @param reason why it is not as desired, or null
   * @param getsTraffic whether the Service sends requests to it
   * @param latest whether it is of the version that is rolled out
   * @param revision number of the app's version that it is of, or null when that is unknown
   * @param containers its containers
   */
  public record Pod(
      String name,
      @Nullable String ip,
      String hostname,
      PodPhase phase,
      Health health,
      @Nullable Reason reason,
      boolean getsTraffic,
      boolean latest,
      @Nullable Long revision,
      List<Container> containers) {
    public Pod {
      containers = List.copyOf(containers);
    }
  }

  /**
   * A container.
   *
   * @param name its name
   * @param image its image as the spec has it
   * @param state what it does
   * @param reason Kubernetes' word for why it waits or has ended, or null
   * @param exitCode the exit code of its last end, or null when it has never ended
   * @param ready whether it passes its readiness probe
   * @param restarts how often it was started again
   */
  public record Container(
      String name,
      String image,
      ContainerState state,
      @Nullable String reason,
      @Nullable Integer exitCode,
      boolean ready,
      int restarts) {

    /** What it does, in words. */
    public String words() {
      return state.words(reason);
    }
  }

  /**
   * How well the app's pods are spread. Only pods that are to stay count.
   *
   * @param pods pods on nodes
   * @param nodes nodes that they are on
   * @param zones zones that they are in; 0 when no node has a zone
   * @param usableNodes nodes of the cluster that are ready and take new pods
   * @param usableZones zones of those nodes
   * @param mostOnOneNode the greatest number of them on one node
   * @param mostInOneZone the greatest number of them in one zone; 0 when no node has a zone
   */
  public record Spread(
      int pods,
      int nodes,
      int zones,
      int usableNodes,
      int usableZones,
      int mostOnOneNode,
      int mostInOneZone) {}

  /**
   * Something risky about where the pods are.
   *
   * @param code the closed code
   * @param message what could happen, and what to do
   */
  public record Warning(WarningCode code, String message) {}

  /** What may be risky about where pods are; the list is closed. */
  public enum WarningCode {
    /** A node of the app's pods does not report that it is well. */
    NODE_NOT_READY,
    /** There is one pod only: it is gone while it is moved or restarted. */
    SINGLE_REPLICA,
    /** All pods are on one node. */
    ALL_ON_ONE_NODE,
    /** All pods are in one zone, though the cluster has more. */
    ALL_IN_ONE_ZONE,
    /** Pods get traffic before they can answer: a container with ports has no readiness probe. */
    NO_READINESS_PROBE
  }
}
