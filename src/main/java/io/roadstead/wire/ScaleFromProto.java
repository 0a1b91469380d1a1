// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.AppException;
import io.roadstead.app.Messages;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import io.roadstead.v1.Autoscaling;
import io.roadstead.v1.ScaleAppRequest;

/** Reads the desired number of pods of an app. */
public final class ScaleFromProto {
  private static final SettingsMessages SETTINGS =
      SettingsMessages.allBut("min_replicas", "max_replicas", "target_cpu_percent");

  private ScaleFromProto() {}

  public static Scale fromProto(ScaleAppRequest request) {
    return switch (request.getScaleCase()) {
      case REPLICAS -> new Scale.Fixed(request.getReplicas());
      case AUTOSCALING -> {
        var violations = new Violations();
        yield fromProto(request.getAutoscaling(), violations).validated(violations);
      }
      case SCALE_NOT_SET ->
          throw AppException.invalid("replicas", null, Messages.missing(Messages.SCALE));
    };
  }

  static Scale fromProto(Autoscaling autoscaling, Violations violations) {
    return Scale.Autoscaling.of(
        ProtoFields.optional(autoscaling.getMinReplicas()),
        ProtoFields.optional(autoscaling.getMaxReplicas()),
        autoscaling.hasTargetCpuPercent() ? autoscaling.getTargetCpuPercent() : null,
        SETTINGS.fromProto(autoscaling, violations, "autoscaling"),
        violations);
  }
}
