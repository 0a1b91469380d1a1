// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an app shall be; INVALID_ARGUMENT when the message leaves open what is meant. */
final class SpecFromProto {
  private SpecFromProto() {}

  static AppSpec fromProto(io.roadstead.v1.AppSpec spec) {
    var violations = new Violations();
    List<Container> containers = new ArrayList<>();
    violations.each(
        "containers",
        spec.getContainersList(),
        (container, at) -> containers.add(ContainerFromProto.fromProto(container, violations, at)));
    violations.check(
        !spec.hasReplicas() || !spec.hasAutoscaling(),
        "replicas",
        spec.getReplicas(),
        Scale.NOT_BOTH_RULE);
    Exposure exposure =
        spec.hasExposure()
            ? ExposureFromProto.fromProto(spec.getExposure(), violations, "exposure.")
            : null;
    violations.throwIfAny();
    return new AppSpec(
        containers,
        scale(spec),
        exposure,
        spec.getLabelsMap(),
        spec.getAnnotationsMap(),
        List.copyOf(spec.getImagePullSecretsList()),
        ProtoFields.optional(spec.getServiceAccountName()));
  }

  private static @Nullable Scale scale(io.roadstead.v1.AppSpec spec) {
    if (spec.hasAutoscaling()) {
      return ScaleFromProto.fromProto(spec.getAutoscaling());
    }
    return spec.hasReplicas() ? new Scale.Fixed(spec.getReplicas()) : null;
  }
}
