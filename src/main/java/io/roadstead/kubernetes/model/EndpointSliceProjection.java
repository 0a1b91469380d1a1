// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;

/** Projects an EndpointSlice: the pods behind a Service. */
public final class EndpointSliceProjection {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private EndpointSliceProjection() {}

  public static EndpointSliceRecord observed(EndpointSlice slice) {
    return new EndpointSliceRecord(
        Meta.of(slice.getMetadata()),
        Fields.orEmpty(Fields.orEmpty(slice.getMetadata().getLabels()).get(SERVICE_NAME)),
        Fields.word(slice.getAddressType()),
        Fields.orEmpty(slice.getEndpoints()).stream()
            .map(EndpointSliceProjection::endpoint)
            .toList());
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
