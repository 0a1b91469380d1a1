// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.AppName;
import io.roadstead.app.AppState;
import io.roadstead.app.ContainerState;
import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Container;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Spread;
import io.roadstead.app.PhysicalView.Warning;
import io.roadstead.app.PhysicalView.WarningCode;
import io.roadstead.app.PhysicalView.Zone;
import io.roadstead.app.PodPhase;
import io.roadstead.app.Reason;
import io.roadstead.cluster.Address;
import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Freshness;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Builds physical views. */
final class PhysicalViews {
  static final AppName KUBIA = LogicalViews.KUBIA;
  static final List<String> ZONES = List.of("europe-west1-b", "europe-west1-c", "europe-west1-d");
  static final ExposureStatus BALANCED =
      new ExposureStatus(
          ExposureType.LOAD_BALANCER,
          ExposureState.ADDRESSED,
          Rung.LOAD_BALANCER,
          "The load balancer has an address.",
          null,
          List.of(
              address("203.0.113.7", 80, Audience.PUBLIC, Grade.REACHABLE, Rung.LOAD_BALANCER),
              address(
                  "34.76.10.21", 30080, Audience.PUBLIC, Grade.NEEDS_FIREWALL_RULE, Rung.NODE_PORT),
              address(
                  "kubia.default.svc.cluster.local",
                  80,
                  Audience.IN_CLUSTER,
                  Grade.REACHABLE,
                  Rung.CLUSTER_IP)));
  static final ExposureStatus NO_PROVIDER =
      new ExposureStatus(
          ExposureType.LOAD_BALANCER,
          ExposureState.NO_PROVIDER,
          null,
          "Nothing in this cluster provides load balancers; the Service has waited for 5 minutes.",
          "Expose the app as NODE_PORT, or install a load balancer such as MetalLB.",
          List.of());

  private final List<Zone> zones = new ArrayList<>();
  private final List<Pod> unscheduled = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private ExposureStatus exposure = BALANCED;
  private AppState state = AppState.READY;
  private Freshness freshness = LogicalViews.FRESH;
  private int otherNodes;
  private int omitted;

  static PhysicalViews kubia() {
    return new PhysicalViews();
  }

  static Address address(String host, int port, Audience audience, Grade grade, Rung rung) {
    return new Address(
        "http://" + host + ":" + port,
        "http",
        host,
        port,
        "http",
        audience,
        grade,
        rung,
        "The load balancer's address.",
        null);
  }

  PhysicalViews state(AppState is) {
    state = is;
    return this;
  }

  PhysicalViews freshness(Freshness is) {
    freshness = is;
    return this;
  }

  PhysicalViews exposure(ExposureStatus is) {
    exposure = is;
    return this;
  }

  PhysicalViews zone(String name, Node... nodes) {
    zones.add(new Zone(name, List.of(nodes)));
    return this;
  }

  PhysicalViews unscheduled(Pod pod) {
    unscheduled.add(pod);
    return this;
  }

  PhysicalViews warning(WarningCode code, String message) {
    warnings.add(new Warning(code, message));
    return this;
  }

  PhysicalViews otherNodes(int nodes) {
    otherNodes = nodes;
    return this;
  }

  PhysicalViews omitted(int pods) {
    omitted = pods;
    return this;
  }

  static Node node(String name, Pod... pods) {
    return new Node(
        name, "e2-standard-4", "10.132.0." + name.length(), null, true, true, List.of(pods));
  }

  static Node gke(String tail, String ip, Pod... pods) {
    String name = "gke-prod-default-pool-" + tail;
    return new Node(
        name, "e2-standard-4", "10.132.0." + ip, "34.76.10." + ip, true, true, List.of(pods));
  }

  static Pod pod(String name, String ip) {
    return new Pod(
        name,
        ip,
        name,
        PodPhase.RUNNING,
        Health.OK,
        null,
        true,
        true,
        2L,
        List.of(container(true)));
  }

  static Pod crashing(String name, String ip) {
    var container =
        new Container(
            "kubia", "luksa/kubia:v2", ContainerState.WAITING, "CrashLoopBackOff", 1, false, 7);
    return new Pod(
        name,
        ip,
        name,
        PodPhase.RUNNING,
        Health.ERROR,
        Reason.CRASH_LOOP,
        false,
        true,
        2L,
        List.of(container));
  }

  static Pod pending(String name) {
    return new Pod(
        name,
        null,
        name,
        PodPhase.PENDING,
        Health.ERROR,
        Reason.UNSCHEDULABLE,
        false,
        true,
        2L,
        List.of());
  }

  static Container container(boolean ready) {
    return new Container("kubia", "luksa/kubia:v2", ContainerState.RUNNING, null, null, ready, 0);
  }

  PhysicalView view() {
    return new PhysicalView(
        KUBIA,
        state,
        exposure,
        zones,
        unscheduled,
        otherNodes,
        spread(),
        warnings,
        omitted,
        freshness);
  }

  private Spread spread() {
    List<Node> nodes = zones.stream().flatMap(zone -> zone.nodes().stream()).toList();
    List<Node> used = nodes.stream().filter(node -> !node.pods().isEmpty()).toList();
    List<Integer> perZone =
        zones.stream()
            .filter(zone -> zone.name() != null)
            .map(zone -> Zones.podsOf(zone).size())
            .filter(pods -> pods > 0)
            .toList();
    return new Spread(
        used.stream().mapToInt(node -> node.pods().size()).sum(),
        used.size(),
        perZone.size(),
        nodes.size() + otherNodes,
        (int) zones.stream().map(Zone::name).filter(Objects::nonNull).count(),
        used.stream().mapToInt(node -> node.pods().size()).max().orElse(0),
        perZone.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  /** Six pods over three zones, one of them failing. */
  static PhysicalView sixPods() {
    return kubia()
        .state(AppState.DEGRADED)
        .zone(
            ZONES.get(0),
            gke(
                "1f2e3d4c-7bqz",
                "11",
                pod("kubia-6f7d-2xk4q", "10.8.0.14"),
                pod("kubia-6f7d-8n5mw", "10.8.0.15")),
            gke("1f2e3d4c-p0xw", "12", pod("kubia-6f7d-c7v2d", "10.8.1.9")))
        .zone(ZONES.get(1), gke("9a8b7c6d-3vtk", "13", pod("kubia-6f7d-h4j8s", "10.8.2.22")))
        .zone(
            ZONES.get(2),
            gke(
                "5e6f7a8b-w2hn",
                "14",
                pod("kubia-6f7d-m9q3z", "10.8.3.7"),
                crashing("kubia-6f7d-tz6lp", "10.8.3.8")))
        .otherNodes(2)
        .view();
  }

  static PhysicalView onePod() {
    return kubia()
        .exposure(NO_PROVIDER)
        .zone(null, node("minikube", pod("kubia-6f7d-2xk4q", "10.244.0.5")))
        .warning(
            WarningCode.SINGLE_REPLICA,
            "There is one pod only: while it is moved or restarted nothing answers. Scale to two or more.")
        .warning(
            WarningCode.NO_READINESS_PROBE,
            "Container kubia has ports but no readiness probe: it gets traffic before it can answer.")
        .view();
  }

  /** So many pods, round about evenly, every 17th one failing. */
  static PhysicalView ofPods(int pods, int nodes) {
    PhysicalViews views = kubia().state(AppState.DEGRADED).otherNodes(12);
    for (int zone = 0; zone < ZONES.size(); zone++) {
      int first = zone;
      Node[] some =
          IntStream.range(0, nodes)
              .filter(node -> node % ZONES.size() == first)
              .mapToObj(
                  node ->
                      gke(
                          "1f2e3d4c-" + LogicalViews.suffix(node).substring(1),
                          "" + (10 + node),
                          podsOf(node, nodes, pods)))
              .toArray(Node[]::new);
      views.zone(ZONES.get(zone), some);
    }
    return views.view();
  }

  private static Pod[] podsOf(int node, int nodes, int pods) {
    return IntStream.range(0, pods)
        .filter(pod -> pod % nodes == node)
        .mapToObj(
            pod -> {
              String name = "kubia-6f7d-" + LogicalViews.suffix(pod);
              String ip = "10.8." + node + "." + (pod / nodes + 4);
              return pod % 17 == 5 ? crashing(name, ip) : pod(name, ip);
            })
        .toArray(Pod[]::new);
  }
}
