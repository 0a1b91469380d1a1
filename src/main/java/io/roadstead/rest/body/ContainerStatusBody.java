// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Pod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A container of a pod as JSON. */
@Schema(name = "ContainerStatus", description = "A container of a pod.")
public record ContainerStatusBody(
    @Schema(description = "The container's name.", required = true) String name,
    @Schema(description = "Its image as asked for.", required = true) String image,
    @Schema(
            description =
                "Waiting, Running or Terminated, with Kubernetes' reason where it gives one, e.g."
                    + " `Waiting: CrashLoopBackOff`.",
            required = true)
        String state,
    @Schema(description = "Whether it passes its readiness probe.", required = true) boolean ready,
    @Schema(description = "How often it was started again.", required = true) int restarts,
    @Schema(
            description = "Its last end; null when it has never ended.",
            required = true,
            nullable = true)
        @Nullable LastExitBody lastExit) {

  static ContainerStatusBody of(Pod.ContainerStatus container) {
    return new ContainerStatusBody(
        container.name(),
        container.image(),
        container.state(),
        container.ready(),
        container.restarts(),
        LastExitBody.of(container.lastExit()));
  }
}
