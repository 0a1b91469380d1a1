// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;
import java.util.Map;

/**
 * What the nodes of a system have in common; every text may hold placeholders.
 *
 * @param labels beside those that every kubelet sets
 * @param providerId spec.providerID; empty leaves it out
 * @param podCidr spec.podCIDR; empty leaves it out
 * @param addresses entries of type and address, in their order
 * @param info status.nodeInfo without versions and identifiers
 * @param allocatable empty for all of the capacity
 */
public record NodePattern(
    Map<String, String> labels,
    Map<String, String> annotations,
    String providerId,
    String podCidr,
    List<Map<String, String>> addresses,
    Map<String, String> info,
    Map<String, String> capacity,
    Map<String, String> allocatable) {

  public NodePattern {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    addresses = List.copyOf(addresses);
    info = Map.copyOf(info);
    capacity = Map.copyOf(capacity);
    allocatable = allocatable.isEmpty() ? capacity : Map.copyOf(allocatable);
  }
}
