// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.AppException;
import io.roadstead.app.Scale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Scale} as JSON. */
@Schema(
    name = "Scale",
    description = "How many pods an app shall have: exactly one of `replicas` and `autoscaling`.")
public record ScaleBody(
    @Schema(
            description = "A fixed number; 0 stops the app and remembers the count.",
            minimum = "0",
            maximum = "10000",
            nullable = true)
        @Nullable Integer replicas,
    @Schema(description = "As many as the load needs.", nullable = true)
        @Nullable AutoscalingBody autoscaling) {

  /** The app model of this body; INVALID_ARGUMENT unless exactly one field is set. */
  public Scale toScale() {
    if (replicas != null && autoscaling != null) {
      throw AppException.invalid("replicas", replicas, Scale.NOT_BOTH_RULE);
    }
    Scale scale = scale(replicas, autoscaling);
    if (scale == null) {
      throw AppException.invalid("replicas", "", Scale.ONE_OF_RULE);
    }
    return scale;
  }

  static @Nullable Scale scale(@Nullable Integer replicas, @Nullable AutoscalingBody autoscaling) {
    if (autoscaling != null) {
      return autoscaling.toScale();
    }
    return replicas == null ? null : new Scale.Fixed(replicas);
  }
}
