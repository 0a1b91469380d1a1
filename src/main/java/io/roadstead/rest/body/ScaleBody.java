// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.AppException;
import io.roadstead.app.Messages;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import org.jspecify.annotations.Nullable;

/** A {@link Scale} as JSON. */
public record ScaleBody(@Nullable Integer replicas, @Nullable AutoscalingBody autoscaling) {

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
