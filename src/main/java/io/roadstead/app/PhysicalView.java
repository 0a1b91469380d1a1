// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an app runs: from its exposure, through zones and nodes, to pods and containers.
 *
 * @param app the app
 * @param state its state as a whole
 * @param exposure how the app is exposed
 * @param zones zones with their nodes, ordered by name; nodes without a zone come last, in an
 *     unnamed zone
 * @param unscheduled pods that have no node yet
 * @param otherNodes number of cluster nodes that are not in the view
 * @param spread how well the pods are spread
 * @param warnings risks of the placement of the pods, worst first
 * @param omittedPods number of pods left out, because there are more than {@link #MOST_PODS}
 * @param freshness how recent the view is
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
  /** Maximum number of pods in a view; ListPods returns all of them. */
  public static final int MOST_PODS = LogicalView.MOST_PODS;

  public PhysicalView {
    zones = List.copyOf(zones);
    unscheduled = List.copyOf(unscheduled);
    warnings = List.copyOf(warnings);
  }

  /**
   * A failure domain of the cluster.
   *
   * @param name its name ({@code topology.kubernetes.io/zone}), or null for nodes without one
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
   * @param instanceType its machine type, or null when unknown
   * @param internalIp its first address within the nodes' network, or null
   * @param externalIp its first address from outside, or null
   * @param ready whether it reports that it can run pods; true when nodes cannot be read
   * @param takesTraffic whether it accepts traffic on the app's node ports
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
   * @param hostname its own host name
   * @param phase its phase
   * @param health its health
   * @param reason why it is not as desired, or null
   * @param getsTraffic whether the Service routes requests to it
   * @param latest whether it belongs to the version that is rolled out
   * @param revision number of the app version that it belongs to, or null when unknown
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
   * @param image its image as in the spec
   * @param state its state
   * @param reason the Kubernetes reason why it waits or has ended, or null
   * @param exitCode its last exit code, or null when it has never ended
   * @param ready whether it passes its readiness probe
   * @param restarts number of restarts
   */
  public record Container(
      String name,
      String image,
      ContainerState state,
      @Nullable String reason,
      @Nullable Integer exitCode,
      boolean ready,
      int restarts) {

    /** Its state as text. */
    public String words() {
      return state.words(reason);
    }
  }

  /**
   * How the app's pods are spread. Pods that are being deleted or have ended do not count.
   *
   * @param pods pods on nodes
   * @param nodes nodes that they are on
   * @param zones zones that they are in; 0 when no node has a zone
   * @param usableNodes nodes of the cluster that are ready and schedulable
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
   * A risk of the placement of the pods.
   *
   * @param code the closed code
   * @param message what could happen, and what to do
   */
  public record Warning(WarningCode code, String message) {}

  /** Risks of the placement of pods; the list is closed. */
  public enum WarningCode {
    /** A node that runs the app's pods is not ready. */
    NODE_NOT_READY,
    /** There is only one pod: the app is down while the pod is moved or restarted. */
    SINGLE_REPLICA,
    /** All pods are on one node. */
    ALL_ON_ONE_NODE,
    /** All pods are in one zone, though the cluster has more. */
    ALL_IN_ONE_ZONE,
    /**
     * Pods receive traffic before they can respond: a container with ports has no readiness probe.
     */
    NO_READINESS_PROBE
  }
}
