// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.ClusterNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link ClusterNode} as JSON. */
@Schema(name = "Node", description = "A node of the cluster.")
public record NodeBody(
    @Schema(description = "Its name.", required = true) String name,
    @Schema(description = "Whether it reports that it can run pods.", required = true)
        boolean ready,
    @Schema(description = "Whether new pods may be placed on it.", required = true)
        boolean schedulable,
    @Schema(
            description = "Its roles, by name, e.g. `control-plane`; managed clusters have none.",
            required = true)
        List<String> roles,
    @Schema(
            description = "Its region; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable String region,
    @Schema(
            description = "Its zone; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable String zone,
    @Schema(
            description = "What machine it is; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable String instanceType,
    @Schema(description = "Its processor, e.g. `amd64`; empty when not reported.", required = true)
        String architecture,
    @Schema(
            description = "Its operating system, e.g. `linux`; empty when not reported.",
            required = true)
        String operatingSystem,
    @Schema(
            description = "The operating system's own name; empty when not reported.",
            required = true)
        String osImage,
    @Schema(description = "Version of its kubelet; empty when not reported.", required = true)
        String kubeletVersion,
    @Schema(description = "Its addresses within the nodes' network.", required = true)
        List<String> internalIps,
    @Schema(
            description =
                "Its addresses from outside; some providers repeat the internal ones here.",
            required = true)
        List<String> externalIps,
    @Schema(
            description = "What pods may use of it, by resource, as Kubernetes quantities.",
            required = true)
        Map<String, String> allocatable) {

  static NodeBody of(ClusterNode node) {
    return new NodeBody(
        node.name(),
        node.ready(),
        node.schedulable(),
        node.roles(),
        node.region(),
        node.zone(),
        node.instanceType(),
        node.architecture(),
        node.operatingSystem(),
        node.osImage(),
        node.kubeletVersion(),
        node.internalIps(),
        node.externalIps(),
        node.allocatable());
  }
}
