// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.AppStatus;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Zone;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.Neighbourhood;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import io.roadstead.kubernetes.status.AppInsight;
import io.roadstead.kubernetes.status.PodReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the physical view of one app. */
final class PhysicalReader {
  /**
   * A cluster of up to this size is shown completely: nodes without pods of the app are informative
   * too.
   */
  private static final int SMALL_CLUSTER = 12;

  /** Sorts after all names. */
  private static final String NO_ZONE = "\uffff";

  private final ObservedApp app;
  private final Neighbourhood around;
  private final AppInsight insight;
  private final List<PodRecord> pods;
  private final Set<String> served;
  private final Set<String> withReadyPods;

  PhysicalReader(ObservedApp app, Neighbourhood around, AppInsight insight) {
    this.app = app;
    this.around = around;
    this.insight = insight;
    this.pods = app.pods().stream().limit(PhysicalView.MOST_PODS).toList();
    this.served =
        app.exposingService() == null
            ? Set.of()
            : app.endpointSlices().stream()
                .filter(this::isOfExposingService)
                .flatMap(slice -> slice.endpoints().stream())
                .filter(EndpointSliceRecord.Endpoint::ready)
                .map(EndpointSliceRecord.Endpoint::pod)
                .collect(Collectors.toSet());
    this.withReadyPods =
        app.pods().stream()
            .filter(PodRecord::ready)
            .map(PodRecord::node)
            .collect(Collectors.toSet());
  }

  private boolean isOfExposingService(EndpointSliceRecord slice) {
    ServiceRecord exposing = app.exposingService();
    return exposing != null && slice.service().equals(exposing.meta().name());
  }

  PhysicalView read(AppStatus status) {
    List<NodeRecord> shown = shownNodes();
    Spreading spreading = Spreading.of(app, around);
    return new PhysicalView(
        app.name(),
        status.state(),
        status.exposure(),
        zones(shown),
        podsOn(null),
        around.nodes().size() - shown.size(),
        spreading.spread(),
        Warnings.of(app, spreading),
        app.pods().size() - pods.size(),
        app.freshness());
  }

  /** Nodes with pods of the app, and all others if there are few. */
  private List<NodeRecord> shownNodes() {
    Set<String> withPods =
        app.pods().stream()
            .map(PodRecord::node)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean all = around.nodes().size() <= SMALL_CLUSTER;
    return around.nodes().stream()
        .filter(node -> all || withPods.contains(node.meta().name()))
        .toList();
  }

  private List<Zone> zones(List<NodeRecord> shown) {
    Map<String, List<PhysicalView.Node>> byZone = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (NodeRecord node : shown) {
      names.add(node.meta().name());
      String zone = node.zone() == null ? NO_ZONE : node.zone();
      byZone.computeIfAbsent(zone, any -> new ArrayList<>()).add(node(node));
    }
    pods.stream()
        .map(PodRecord::node)
        .filter(node -> node != null && names.add(node))
        .forEach(
            node ->
                byZone.computeIfAbsent(NO_ZONE, any -> new ArrayList<>()).add(unknownNode(node)));
    return byZone.entrySet().stream()
        .map(
            zone -> new Zone(zone.getKey().equals(NO_ZONE) ? null : zone.getKey(), zone.getValue()))
        .toList();
  }

  private PhysicalView.Node node(NodeRecord node) {
    return new PhysicalView.Node(
        node.meta().name(),
        node.facts().instanceType(),
        node.internalIps().stream().findFirst().orElse(null),
        node.externalIps().stream().findFirst().orElse(null),
        node.ready(),
        takesTraffic(node),
        podsOn(node.meta().name()));
  }

  private boolean takesTraffic(NodeRecord node) {
    ServiceRecord service = app.exposingService();
    return service != null
        && service.ports().stream().anyMatch(port -> port.nodePort() != null)
        && node.takesTraffic()
        && (!service.localTraffic() || withReadyPods.contains(node.meta().name()));
  }

  /** A node that is gone, or that the service is not permitted to read. */
  private PhysicalView.Node unknownNode(String name) {
    return new PhysicalView.Node(name, null, null, null, !app.nodesKnown(), false, podsOn(name));
  }

  private List<Pod> podsOn(@Nullable String node) {
    return pods.stream()
        .filter(pod -> Objects.equals(pod.node(), node))
        .sorted(Comparator.comparing(pod -> pod.meta().name()))
        .map(this::pod)
        .toList();
  }

  private Pod pod(PodRecord pod) {
    AppInsight.Verdict verdict = insight.verdict(pod);
    return new Pod(
        pod.meta().name(),
        pod.ip(),
        pod.hostname(),
        PodReader.phase(pod),
        verdict.health(),
        verdict.reason(),
        served.contains(pod.meta().name()),
        insight.isLatest(pod),
        PodReader.revision(app, pod),
        pod.containers().stream().map(PhysicalReader::container).toList());
  }

  static PhysicalView.Container container(ContainerRecord container) {
    io.roadstead.app.Pod.LastExit exit = PodReader.lastExit(container);
    return new PhysicalView.Container(
        container.name(),
        container.image(),
        PodReader.state(container),
        PodReader.reason(container),
        exit == null ? null : exit.exitCode(),
        container.ready(),
        container.restarts());
  }
}
