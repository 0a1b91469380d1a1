// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Rollout;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link Rollout} as JSON. */
@Schema(name = "Rollout", description = "How far the latest version has come.")
public record RolloutBody(
    @Schema(
            description = "Whether every pod is of the latest version and available.",
            required = true)
        boolean complete,
    @Schema(
            description = "The versions that have or want pods, newest first; empty when complete.",
            required = true)
        List<RolloutStepBody> steps) {

  static RolloutBody of(Rollout rollout) {
    return new RolloutBody(
        rollout.complete(), rollout.steps().stream().map(RolloutStepBody::of).toList());
  }
}
