// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.Collection;
import java.util.List;

/**
 * The surroundings of an app: objects that act on it, regardless of who created them, and the
 * nodes.
 *
 * @param services the Service with its name and those that select its pods, ordered by name
 * @param endpointSlices the EndpointSlices of those Services, by name
 * @param autoscalers the autoscaler with its name and those that scale it, ordered by name
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
