// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import org.jspecify.annotations.Nullable;

/** A {@link Scale.Autoscaling} as JSON. */
public record AutoscalingBody(
    @Nullable Integer minReplicas,
    @Nullable Integer maxReplicas,
    @Nullable Integer targetCpuPercent) {

  Scale.Autoscaling toScale(Violations violations) {
    return Scale.Autoscaling.of(minReplicas, maxReplicas, targetCpuPercent, violations);
  }
}
