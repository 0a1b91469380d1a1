// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Rollout;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version during a rollout as JSON. */
@Schema(name = "RolloutStep", description = "One version of an app during a rollout.")
public record RolloutStepBody(
    @Schema(description = "Number of the version, from 1.", required = true) long revision,
    @Schema(description = "Name of its ReplicaSet.", required = true) String replicaSet,
    @Schema(
            description =
                "Whether it is the version that is rolled out; the others are on their way out.",
            required = true)
        boolean latest,
    @Schema(description = "Images of its containers.", required = true) List<String> images,
    @Schema(description = "Pods that it shall have at this moment.", required = true)
        int desiredReplicas,
    @Schema(description = "Pods of it that serve.", required = true) int readyReplicas) {

  static RolloutStepBody of(Rollout.Step step) {
    return new RolloutStepBody(
        step.revision(),
        step.replicaSet(),
        step.latest(),
        step.images(),
        step.desiredReplicas(),
        step.readyReplicas());
  }
}
