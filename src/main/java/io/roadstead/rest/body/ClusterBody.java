// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.ClusterInfo;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterSystem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link ClusterInfo} as JSON. */
@Schema(name = "Cluster", description = "The cluster that the service works on.")
public record ClusterBody(
    @Schema(
            description = "Name of the configured connection, e.g. the kubeconfig's context.",
            required = true)
        String name,
    @Schema(description = "The API server's version, e.g. `v1.36.3`.", required = true)
        String kubernetesVersion,
    @Schema(
            description = "Number of nodes, ready or not; 0 when they can't be listed.",
            required = true)
        int nodeCount,
    @Schema(
            description = "The system that made it; `UNKNOWN` is an honest answer.",
            required = true)
        ClusterSystem system,
    @Schema(
            description = "The system in the words that people use, e.g. `Amazon EKS`.",
            required = true)
        String systemName,
    @Schema(
            description =
                "Which kind of the system, e.g. `vpc-gen2`; null where there is one kind, or"
                    + " nothing says which.",
            required = true,
            nullable = true)
        @Nullable String variant,
    @Schema(
            description =
                "Who keeps it running: `LOCAL` on a developer's machine, `SELF_MANAGED` by its"
                    + " users, `MANAGED` by a cloud.",
            required = true)
        ClusterKind kind,
    @Schema(description = "Why it is believed to be that system.", required = true)
        RecognitionBody recognition,
    @Schema(
            description = "How far its Kubernetes is from the one that Roadstead is tested with.",
            required = true)
        KubernetesSkewBody skew,
    @Schema(description = "Its nodes by name, at most 100 (`listNodes` has all).", required = true)
        List<NodeBody> nodes,
    @Schema(
            description = "Why the nodes can't be listed; null when they can.",
            required = true,
            nullable = true)
        @Nullable String nodesProblem,
    @Schema(description = "Names of the zones that its nodes are in, by name.", required = true)
        List<String> zones,
    @Schema(description = "What it can do for an app beyond running it.", required = true)
        CapabilitiesBody capabilities,
    @Schema(
            description =
                "The latest moment at which the cluster is known to have looked like this.",
            required = true)
        Instant asOf,
    @Schema(
            description =
                "Whether the cluster can't be reached, so that it may look different now.",
            required = true)
        boolean stale) {

  public static ClusterBody of(ClusterInfo cluster) {
    ClusterSystem system = cluster.recognition().system();
    return new ClusterBody(
        cluster.name(),
        cluster.kubernetesVersion(),
        cluster.nodeCount(),
        system,
        system.displayName(),
        cluster.recognition().variant(),
        system.kind(),
        RecognitionBody.of(cluster.recognition()),
        KubernetesSkewBody.of(cluster.skew()),
        cluster.nodes().stream().map(NodeBody::of).toList(),
        cluster.nodesProblem(),
        cluster.zones(),
        CapabilitiesBody.of(cluster.capabilities()),
        cluster.asOf(),
        cluster.stale());
  }
}
