// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.cluster.Freshness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one app.
 *
 * @param deployment its Deployment, which is what makes it an app
 * @param services the Services that select its pods, the one that is reached from farthest outside
 *     first, and the one with its name if that selects other pods
 * @param autoscalers the HorizontalPodAutoscalers that scale it, and the one with its name
 * @param replicaSets its versions, newest first
 * @param pods its pods, by name
 * @param endpointSlices the EndpointSlices of its Services
 * @param nodes the nodes of its pods, by name; if pods are not scheduled, also the largest nodes
 * @param nodesKnown whether nodes can be listed, so that a missing one is gone
 * @param entryNodes some of the nodes that accept traffic for its Service's node ports
 * @param events the events of its objects, newest first
 * @param freshness how recent the data is
 */
public record ObservedApp(
    DeploymentRecord deployment,
    List<ServiceRecord> services,
    List<AutoscalerRecord> autoscalers,
    List<ReplicaSetRecord> replicaSets,
    List<PodRecord> pods,
    List<EndpointSliceRecord> endpointSlices,
    Map<String, NodeRecord> nodes,
    boolean nodesKnown,
    List<NodeRecord> entryNodes,
    List<EventRecord> events,
    Freshness freshness) {
  /** A load balancer before node ports before an address in the cluster; then Roadstead's own. */
  private static final Comparator<ServiceRecord> FARTHEST_FIRST =
      Comparator.comparing((ServiceRecord service) -> service.meta().deleting())
          .thenComparing(ServiceRecord::reach)
          .thenComparing(service -> !service.managed());

  public ObservedApp {
    services = sorted(services, deployment);
    autoscalers = List.copyOf(autoscalers);
    replicaSets = List.copyOf(replicaSets);
    pods = List.copyOf(pods);
    endpointSlices = List.copyOf(endpointSlices);
    nodes = Map.copyOf(nodes);
    entryNodes = List.copyOf(entryNodes);
    events = List.copyOf(events);
  }

  /** An app of which only the desired objects are known, e.g. after a dry run. */
  public static ObservedApp desiredOnly(
      DeploymentRecord deployment,
      List<ServiceRecord> services,
      List<AutoscalerRecord> autoscalers,
      Freshness freshness) {
    return new ObservedApp(
        deployment,
        services,
        autoscalers,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        true,
        List.of(),
        List.of(),
        freshness);
  }

  /** The same app as of another time. */
  public ObservedApp with(Freshness other) {
    return new ObservedApp(
        deployment,
        services,
        autoscalers,
        replicaSets,
        pods,
        endpointSlices,
        nodes,
        nodesKnown,
        entryNodes,
        events,
        other);
  }

  /** The same app with other desired objects, e.g. those of a dry run. */
  public ObservedApp withDesired(ObservedApp desired) {
    return new ObservedApp(
        desired.deployment,
        desired.services,
        desired.autoscalers,
        replicaSets,
        pods,
        endpointSlices,
        nodes,
        nodesKnown,
        entryNodes,
        events,
        freshness);
  }

  public AppName name() {
    return new AppName(deployment.meta().namespace(), deployment.meta().name());
  }

  /** Whether Roadstead owns it. */
  public boolean managed() {
    return deployment.managed();
  }

  /** The Service that exposes it; null if there is none. */
  public @Nullable ServiceRecord exposingService() {
    return exposingServices().findFirst().orElse(null);
  }

  /** The other Services that lead to it. */
  public List<ServiceRecord> otherServices() {
    return exposingServices().skip(1).toList();
  }

  private Stream<ServiceRecord> exposingServices() {
    return services.stream().filter(this::leadsHere);
  }

  private boolean leadsHere(ServiceRecord service) {
    return service.exposure() != null && service.selects(deployment.template().labels());
  }

  /** The Service with its name that selects other pods; null if there is none. */
  public @Nullable ServiceRecord strayService() {
    return services.stream()
        .filter(service -> service.meta().name().equals(deployment.meta().name()))
        .filter(service -> !service.selects(deployment.template().labels()))
        .findFirst()
        .orElse(null);
  }

  /** The autoscaler that scales it; null if there is none. */
  public @Nullable AutoscalerRecord scalingAutoscaler() {
    return autoscalers.stream()
        .filter(autoscaler -> autoscaler.scales(deployment.meta().name()))
        .findFirst()
        .orElse(null);
  }

  private static List<ServiceRecord> sorted(
      List<ServiceRecord> services, DeploymentRecord deployment) {
    return services.stream()
        .sorted(
            FARTHEST_FIRST
                .thenComparing(service -> !service.meta().name().equals(deployment.meta().name()))
                .thenComparing(service -> service.meta().name()))
        .toList();
  }

  /** The desired state, to the extent that a spec can express it. */
  public AppSpec spec() {
    return deployment
        .template()
        .spec(AppLabels.observed(deployment.labels()), deployment.settings())
        .with(scale(scalingAutoscaler()))
        .with(exposure(exposingService()));
  }

  /** The paths of what a spec can't express in the objects of the app. */
  public List<String> notShown() {
    List<String> paths = new ArrayList<>(deployment.notShown());
    ServiceRecord exposing = exposingService();
    if (exposing != null) {
      paths.addAll(exposing.notShown());
    }
    AutoscalerRecord scaling = scalingAutoscaler();
    if (scaling != null) {
      paths.addAll(scaling.notShown());
    }
    return paths;
  }

  private @Nullable Scale scale(@Nullable AutoscalerRecord scaling) {
    return scaling == null ? new Scale.Fixed(deployment.desiredReplicas()) : scaling.autoscaling();
  }

  private static @Nullable Exposure exposure(@Nullable ServiceRecord exposing) {
    return exposing == null || exposing.exposure() == null
        ? null
        : new Exposure(exposing.exposure(), exposing.ports(), exposing.settings());
  }

  /** Changes with the desired state, not with the status. */
  public String etag() {
    return Etag.of(deployment, services, autoscalers);
  }
}
