// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.Collection;
import java.util.List;

/**
 * What is around an app: objects that act on it, no matter who made them, and the nodes.
 *
 * @param services the Service of its name and those that select its pods, by name
 * @param endpointSlices the EndpointSlices of those Services, by name
 * @param autoscalers the autoscaler of its name and those that scale it, by name
 * @param nodes every node of the cluster, by name
 */
public record Neighbourhood(
    List<ServiceRecord> services,
    List<EndpointSliceRecord> endpointSlices,
    List<AutoscalerRecord> autoscalers,
    Collection<NodeRecord> nodes) {
  public Neighbourhood {
    services = List.copyOf(services);
    endpointSlices = List.copyOf(endpointSlices);
    autoscalers = List.copyOf(autoscalers);
  }
}
