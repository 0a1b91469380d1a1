// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that this service works on.
 *
 * @param name the name of the configured connection, e.g. the kubeconfig's context; for display
 *     only
 * @param kubernetesVersion the API server's version, e.g. {@code v1.36.3}
 * @param skew how that differs from the version that Roadstead is tested with
 * @param recognition which system created it, and how Roadstead knows
 * @param nodeCount number of nodes, whether ready or not; 0 when they cannot be listed
 * @param nodes its nodes ordered by name, at most {@link #MOST_NODES}
 * @param nodesProblem why the nodes cannot be listed; null when they can
 * @param zones names of the zones of its nodes, in order
 * @param capabilities what it can do
 * @param freshness how recent the description is
 */
public record ClusterInfo(
    String name,
    String kubernetesVersion,
    KubernetesSkew skew,
    Recognition recognition,
    int nodeCount,
    List<ClusterNode> nodes,
    @Nullable String nodesProblem,
    List<String> zones,
    Capabilities capabilities,
    Freshness freshness) {
  /** Maximum number of nodes in a description; ListNodes returns all of them. */
  public static final int MOST_NODES = 100;

  public ClusterInfo {
    nodes = List.copyOf(nodes);
    zones = List.copyOf(zones);
  }
}
