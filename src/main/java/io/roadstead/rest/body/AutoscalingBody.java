// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Scale.Autoscaling} as JSON. */
@Schema(
    name = "Autoscaling",
    description = "As many pods as the load needs, by a HorizontalPodAutoscaler on CPU use.")
public record AutoscalingBody(
    @Schema(description = "Fewest pods.", required = true, minimum = "1", maximum = "10000")
        @Nullable Integer minReplicas,
    @Schema(
            description = "Most pods; not below `minReplicas`.",
            required = true,
            minimum = "1",
            maximum = "10000")
        @Nullable Integer maxReplicas,
    @Schema(
            description = "Average CPU use to aim at, in percent of the request.",
            required = true,
            minimum = "1",
            maximum = "1000")
        @Nullable Integer targetCpuPercent) {

  Scale.Autoscaling toScale(Violations violations) {
    return Scale.Autoscaling.of(minReplicas, maxReplicas, targetCpuPercent, violations);
  }
}
