// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.ClusterInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link ClusterInfo} as JSON. */
@Schema(name = "Cluster", description = "The cluster that the service works on.")
public record ClusterBody(
    @Schema(
            description = "Name of the configured connection, e.g. the kubeconfig's context.",
            required = true)
        String name,
    @Schema(description = "The API server's version, e.g. `v1.36.3`.", required = true)
        String kubernetesVersion,
    @Schema(description = "Number of nodes, ready or not.", required = true) int nodeCount) {

  public static ClusterBody of(ClusterInfo cluster) {
    return new ClusterBody(cluster.name(), cluster.kubernetesVersion(), cluster.nodeCount());
  }
}
