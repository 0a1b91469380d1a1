// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;
import java.util.Map;

/**
 * What the nodes of a system have in common; all texts may contain placeholders.
 *
 * @param labels labels in addition to those that every kubelet sets
 * @param providerId spec.providerID; omitted if empty
 * @param podCidr spec.podCIDR; omitted if empty
 * @param addresses entries of type and address, in order
 * @param info status.nodeInfo without versions and identifiers
 * @param allocatable allocatable resources; empty for the whole capacity
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
