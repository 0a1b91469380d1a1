// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.AppException;
import io.roadstead.app.Messages;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Scale} as JSON. */
@Schema(
    name = "Scale",
    description = "The desired number of pods: exactly one of `replicas` and `autoscaling`.")
public record ScaleBody(
    @Schema(
            description = "A fixed number; 0 stops the app and remembers the count.",
            minimum = "0",
            maximum = "10000",
            nullable = true)
        @Nullable Integer replicas,
    @Schema(description = "As many as the load needs.", nullable = true)
        @Nullable AutoscalingBody autoscaling) {

  /** The app model of this body; INVALID_ARGUMENT with every violation. */
  public Scale toScale() {
    var violations = new Violations();
    violations.check(
        replicas == null || autoscaling == null, "replicas", replicas, Messages.NOT_BOTH_SCALES);
    Scale scale = scale(replicas, autoscaling, violations);
    if (scale == null) {
      throw AppException.invalid("replicas", null, Messages.missing(Messages.SCALE));
    }
    return scale.validated(violations);
  }

  static @Nullable Scale scale(
      @Nullable Integer replicas, @Nullable AutoscalingBody autoscaling, Violations violations) {
    if (autoscaling != null) {
      return autoscaling.toScale(violations);
    }
    return replicas == null ? null : new Scale.Fixed(replicas);
  }
}
