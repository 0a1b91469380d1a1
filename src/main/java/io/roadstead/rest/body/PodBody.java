// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Pod;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Pod} as JSON. */
@Schema(name = "Pod", description = "A pod of an app, as last seen.")
public record PodBody(
    @Schema(description = "The pod's name.", required = true) String name,
    @Schema(description = "Its IP; null before it has one.", required = true, nullable = true)
        @Nullable String ip,
    @Schema(description = "The host name that it sees itself under.", required = true)
        String hostname,
    @Schema(
            description = "The node it runs on; null before it is scheduled.",
            required = true,
            nullable = true)
        @Nullable String node,
    @Schema(
            description = "The node's zone; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable String zone,
    @Schema(
            description =
                "Kubernetes' phase: Pending, Running, Succeeded, Failed, Unknown; or Terminating.",
            required = true)
        String phase,
    @Schema(description = "Whether it gets traffic.", required = true) boolean ready,
    @Schema(
            description = "Number of the app's version that it is of; 0 when not known.",
            required = true)
        long revision,
    @Schema(description = "When it was created.", required = true) Instant createTime,
    @Schema(description = "Its containers.", required = true)
        List<ContainerStatusBody> containers) {

  static PodBody of(Pod pod) {
    return new PodBody(
        pod.name(),
        pod.ip(),
        pod.hostname(),
        pod.node(),
        pod.zone(),
        pod.phase(),
        pod.ready(),
        pod.revision(),
        pod.createTime(),
        pod.containers().stream().map(ContainerStatusBody::of).toList());
  }
}
