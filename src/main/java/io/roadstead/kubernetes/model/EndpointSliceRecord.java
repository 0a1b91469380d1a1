// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;

/**
 * The record of an EndpointSlice.
 *
 * @param meta its metadata
 * @param service name of its Service
 * @param addressType IPv4, IPv6 or FQDN
 * @param endpoints its endpoints
 */
public record EndpointSliceRecord(
    Meta meta, String service, String addressType, List<Endpoint> endpoints)
    implements ObservedObject {
  public EndpointSliceRecord {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * One endpoint.
   *
   * @param pod name of its pod; empty when it is not a pod
   * @param ready whether it receives traffic
   */
  public record Endpoint(String pod, boolean ready) {}

  /** Number of its endpoints that receive traffic. */
  public int ready() {
    return (int) endpoints.stream().filter(Endpoint::ready).count();
  }
}
