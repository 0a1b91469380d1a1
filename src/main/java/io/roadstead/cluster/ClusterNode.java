// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node of the cluster.
 *
 * @param name its name
 * @param ready whether it reports that it can run pods
 * @param schedulable whether new pods may be placed on it
 * @param roles its roles ({@code node-role.kubernetes.io/…}), by name
 * @param region its region, or null when unknown
 * @param zone its zone, or null when unknown
 * @param instanceType its machine type, or null when unknown
 * @param architecture e.g. {@code amd64}; empty when not reported
 * @param operatingSystem e.g. {@code linux}; empty when not reported
 * @param osImage the name of the operating system image; empty when not reported
 * @param kubeletVersion version of its kubelet; empty when not reported
 * @param internalIps its addresses within the nodes' network
 * @param externalIps its external addresses; some providers repeat the internal ones here
 * @param allocatable the resources available to pods, as Kubernetes quantities
 */
public record ClusterNode(
    String name,
    boolean ready,
    boolean schedulable,
    List<String> roles,
    @Nullable String region,
    @Nullable String zone,
    @Nullable String instanceType,
    String architecture,
    String operatingSystem,
    String osImage,
    String kubeletVersion,
    List<String> internalIps,
    List<String> externalIps,
    Map<String, String> allocatable) {
  public ClusterNode {
    roles = List.copyOf(roles);
    internalIps = List.copyOf(internalIps);
    externalIps = List.copyOf(externalIps);
    allocatable = Collections.unmodifiableMap(new TreeMap<>(allocatable));
  }
}
