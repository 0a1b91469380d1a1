// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Pod;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a container as JSON. */
@Schema(name = "LastExit", description = "How a container ended.")
public record LastExitBody(
    @Schema(description = "The exit code.", required = true) int exitCode,
    @Schema(
            description = "Kubernetes' word for it, e.g. `OOMKilled`.",
            required = true,
            nullable = true)
        @Nullable String reason,
    @Schema(description = "The container's last words.", required = true, nullable = true)
        @Nullable String message,
    @Schema(
            description = "When it ended; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable Instant finishTime) {

  static @Nullable LastExitBody of(Pod.@Nullable LastExit exit) {
    return exit == null
        ? null
        : new LastExitBody(exit.exitCode(), exit.reason(), exit.message(), exit.finishTime());
  }
}
