// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppException;
import io.roadstead.app.Scale;
import io.roadstead.v1.Autoscaling;
import io.roadstead.v1.ScaleAppRequest;

/** Reads how many pods an app shall have. */
final class ScaleFromProto {
  private ScaleFromProto() {}

  static Scale fromProto(ScaleAppRequest request) {
    return switch (request.getScaleCase()) {
      case REPLICAS -> new Scale.Fixed(request.getReplicas());
      case AUTOSCALING -> fromProto(request.getAutoscaling());
      case SCALE_NOT_SET -> throw AppException.invalid("replicas", "", Scale.ONE_OF_RULE);
    };
  }

  static Scale fromProto(Autoscaling autoscaling) {
    return new Scale.Autoscaling(
        autoscaling.getMinReplicas(),
        autoscaling.getMaxReplicas(),
        autoscaling.getTargetCpuPercent());
  }
}
