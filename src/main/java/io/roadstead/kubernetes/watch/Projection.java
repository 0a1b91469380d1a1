// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Map;
import java.util.Optional;

/** Projects objects of the cluster onto records; never changes an object. */
public final class Projection {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String TEMPLATE_HASH = "pod-template-hash";

  private Projection() {}

  public static DeploymentRecord deployment(Deployment deployment) {
    return DeploymentProjection.project(deployment);
  }

  public static ServiceRecord service(Service service) {
    return ServiceProjection.project(service);
  }

  public static AutoscalerRecord autoscaler(HorizontalPodAutoscaler autoscaler) {
    return AutoscalerProjection.project(autoscaler);
  }

  static PodRecord pod(Pod pod) {
    return PodProjection.project(pod);
  }

  static ReplicaSetRecord replicaSet(ReplicaSet set) {
    Map<String, String> labels = Fields.orEmpty(set.getMetadata().getLabels());
    var containers = set.getSpec().getTemplate().getSpec().getContainers();
    var status = Optional.ofNullable(set.getStatus());
    return new ReplicaSetRecord(
        Fields.meta(set.getMetadata()),
        Fields.owner(set.getMetadata(), "Deployment"),
        Numbers.parse(Fields.orEmpty(set.getMetadata().getAnnotations()).get(AppKeys.REVISION)),
        Fields.orEmpty(labels.get(TEMPLATE_HASH)),
        containers.stream().map(container -> Fields.word(container.getImage())).toList(),
        Numbers.orZero(set.getSpec().getReplicas()),
        status.map(s -> s.getReplicas()).orElse(0),
        status.map(s -> s.getReadyReplicas()).orElse(0),
        status.map(s -> s.getAvailableReplicas()).orElse(0),
        Conditions.ofReplicaSet(set.getStatus()));
  }

  static EndpointSliceRecord endpointSlice(EndpointSlice slice) {
    return new EndpointSliceRecord(
        Fields.meta(slice.getMetadata()),
        Fields.orEmpty(Fields.orEmpty(slice.getMetadata().getLabels()).get(SERVICE_NAME)),
        Fields.word(slice.getAddressType()),
        Fields.orEmpty(slice.getEndpoints()).stream().map(Projection::endpoint).toList());
  }

  static EventRecord event(Event event) {
    return EventProjection.project(event);
  }

  static NodeRecord node(Node node) {
    return NodeProjection.project(node);
  }

  private static EndpointSliceRecord.Endpoint endpoint(Endpoint endpoint) {
    ObjectReference target = endpoint.getTargetRef();
    boolean isPod = target != null && "Pod".equals(target.getKind());
    return new EndpointSliceRecord.Endpoint(
        isPod ? Fields.orEmpty(target.getName()) : "", isReady(endpoint));
  }

  /** No condition means ready (Kubernetes: EndpointConditions). */
  private static boolean isReady(Endpoint endpoint) {
    return endpoint.getConditions() == null
        || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
  }
}
