// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.cluster.Freshness;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one app.
 *
 * @param deployment its Deployment, which is what makes it an app
 * @param service the Service with its name, whether or not it selects the app's pods; null if there
 *     is none
 * @param autoscaler the HorizontalPodAutoscaler with its name; null if there is none
 * @param replicaSets its versions, newest first
 * @param pods its pods, by name
 * @param endpointSlices the EndpointSlices of its Service
 * @param nodes the nodes of its pods, by name; if pods are not scheduled, also the largest nodes
 * @param nodesKnown whether nodes can be listed, so that a missing one is gone
 * @param entryNodes some of the nodes that accept traffic for its Service's node ports
 * @param events the events of its objects, newest first
 * @param freshness how recent the data is
 */
public record ObservedApp(
    DeploymentRecord deployment,
    @Nullable ServiceRecord service,
    @Nullable AutoscalerRecord autoscaler,
    List<ReplicaSetRecord> replicaSets,
    List<PodRecord> pods,
    List<EndpointSliceRecord> endpointSlices,
    Map<String, NodeRecord> nodes,
    boolean nodesKnown,
    List<NodeRecord> entryNodes,
    List<EventRecord> events,
    Freshness freshness) {
  public ObservedApp {
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
      @Nullable ServiceRecord service,
      @Nullable AutoscalerRecord autoscaler,
      Freshness freshness) {
    return new ObservedApp(
        deployment,
        service,
        autoscaler,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        true,
        List.of(),
        List.of(),
        freshness);
  }

  /** The same app with other desired objects, e.g. those of a dry run. */
  public ObservedApp withDesired(
      DeploymentRecord otherDeployment,
      @Nullable ServiceRecord otherService,
      @Nullable AutoscalerRecord otherAutoscaler) {
    return new ObservedApp(
        otherDeployment,
        otherService,
        otherAutoscaler,
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

  /** The Service if it selects this app's pods; otherwise null. */
  public @Nullable ServiceRecord exposingService() {
    return service != null && service.selects(deployment.template().labels()) ? service : null;
  }

  /** The autoscaler if it scales this app; otherwise null. */
  public @Nullable AutoscalerRecord scalingAutoscaler() {
    return autoscaler != null && autoscaler.scales(deployment.meta().name()) ? autoscaler : null;
  }

  /** The desired state, to the extent that a spec can express it. */
  public AppSpec spec() {
    PodTemplate template = deployment.template();
    return new AppSpec(
        template.containers(),
        scale(scalingAutoscaler()),
        exposure(exposingService()),
        AppLabels.observed(deployment.labels()),
        template.annotations(),
        template.imagePullSecrets(),
        template.serviceAccountName());
  }

  private @Nullable Scale scale(@Nullable AutoscalerRecord scaling) {
    return scaling == null ? new Scale.Fixed(deployment.desiredReplicas()) : scaling.autoscaling();
  }

  private static @Nullable Exposure exposure(@Nullable ServiceRecord exposing) {
    return exposing == null || exposing.exposure() == null
        ? null
        : new Exposure(exposing.exposure(), exposing.ports());
  }

  /** Changes with the desired state, not with the status. */
  public String etag() {
    return Etag.of(deployment, service, autoscaler);
  }
}
