// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.AppState;
import io.roadstead.app.AppStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link AppStatus} as JSON. */
@Schema(name = "AppStatus", description = "The whole report on an app.")
public record AppStatusBody(
    @Schema(description = "Resource name of the app.", required = true) String name,
    @Schema(
            description =
                "The state of the app as a whole. `DEPLOYING`: a new version is being rolled out;"
                    + " `SCALING`: the number of pods is on its way; `READY`: everything is as"
                    + " asked; `DEGRADED`: serving, but not as asked; `FAILED`: no pod serves, and"
                    + " this is not ordinary progress (the reasons' `terminal` says whether somebody"
                    + " must change something or it may pass by itself); `STOPPED`: zero replicas; `DELETING`.",
            required = true)
        AppState state,
    @Schema(
            description = "Number of the spec that the cluster has stored; grows with each change.",
            required = true)
        long generation,
    @Schema(
            description = "Number of the spec that the rest of the report is about.",
            required = true)
        long observedGeneration,
    @Schema(description = "Pods asked for.", required = true) int desiredReplicas,
    @Schema(description = "Pods of the latest version.", required = true) int updatedReplicas,
    @Schema(description = "Pods that get traffic.", required = true) int readyReplicas,
    @Schema(description = "Pods that have been ready long enough to count.", required = true)
        int availableReplicas,
    @Schema(
            description = "The count that a stopped app had before; null when it is not stopped.",
            required = true,
            nullable = true)
        @Nullable Integer replicasBeforeStop,
    @Schema(
            description = "Why the app is not as asked, worst first; empty when READY.",
            required = true)
        List<StatusReasonBody> reasons,
    @Schema(description = "How far the latest version has come.", required = true)
        RolloutBody rollout,
    @Schema(
            description =
                "The app's pods by name, at most 100 (`listPods` has all); none in a list of apps.",
            required = true)
        List<PodBody> pods,
    @Schema(description = "How the app is reached, or why not yet.", required = true)
        ExposureStatusBody exposure,
    @Schema(
            description =
                "The latest moment at which the cluster is known to have looked like this.",
            required = true)
        Instant asOf,
    @Schema(
            description =
                "Whether the cluster can't be reached, so that it may look different now.",
            required = true)
        boolean stale,
    @Schema(description = "The app's etag.", required = true) String etag) {

  public static AppStatusBody of(AppStatus status) {
    return new AppStatusBody(
        status.name().toString(),
        status.state(),
        status.generation(),
        status.observedGeneration(),
        status.desiredReplicas(),
        status.updatedReplicas(),
        status.readyReplicas(),
        status.availableReplicas(),
        status.replicasBeforeStop(),
        status.reasons().stream().map(StatusReasonBody::of).toList(),
        RolloutBody.of(status.rollout()),
        status.pods().stream().map(PodBody::of).toList(),
        ExposureStatusBody.of(status.exposure()),
        status.freshness().asOf(),
        status.freshness().stale(),
        status.etag());
  }
}
