// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects objects of the cluster onto records; never changes an object. */
public final class Projection {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String ZONE = "topology.kubernetes.io/zone";
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
    List<Endpoint> endpoints = Fields.orEmpty(slice.getEndpoints());
    int ready = (int) endpoints.stream().filter(Projection::isReady).count();
    return new EndpointSliceRecord(
        Fields.meta(slice.getMetadata()),
        Fields.orEmpty(Fields.orEmpty(slice.getMetadata().getLabels()).get(SERVICE_NAME)),
        Fields.word(slice.getAddressType()),
        ready,
        endpoints.size() - ready);
  }

  static EventRecord event(Event event) {
    return EventProjection.project(event);
  }

  static NodeRecord node(Node node) {
    List<Condition> conditions = Conditions.ofNode(node.getStatus());
    List<NodeAddress> addresses =
        node.getStatus() == null ? List.of() : Fields.orEmpty(node.getStatus().getAddresses());
    return new NodeRecord(
        Fields.meta(node.getMetadata()),
        Fields.orEmpty(node.getMetadata().getLabels()).get(ZONE),
        Condition.find(conditions, "Ready").map(Condition::isTrue).orElse(false),
        node.getSpec() == null || !Boolean.TRUE.equals(node.getSpec().getUnschedulable()),
        addresses(addresses, "InternalIP"),
        addresses(addresses, "ExternalIP"));
  }

  /** No condition means ready (Kubernetes: EndpointConditions). */
  private static boolean isReady(Endpoint endpoint) {
    return endpoint.getConditions() == null
        || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
  }

  private static List<String> addresses(List<NodeAddress> addresses, String type) {
    return addresses.stream()
        .filter(address -> type.equals(address.getType()) && address.getAddress() != null)
        .map(NodeAddress::getAddress)
        .toList();
  }
}
