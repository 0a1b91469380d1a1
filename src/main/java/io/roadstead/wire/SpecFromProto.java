// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Messages;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the desired state of an app; INVALID_ARGUMENT with every violation. */
public final class SpecFromProto {
  private static final SettingsMessages SETTINGS =
      SettingsMessages.allBut(
          "containers",
          "replicas",
          "autoscaling",
          "exposure",
          "labels",
          "annotations",
          "image_pull_secrets",
          "service_account_name",
          "init_containers");

  private SpecFromProto() {}

  public static AppSpec fromProto(io.roadstead.v1.AppSpec spec) {
    var violations = new Violations();
    List<Container> containers = new ArrayList<>();
    if (spec.getContainersCount() == 0) {
      violations.missing("containers", Messages.CONTAINERS);
    }
    violations.each(
        "containers",
        spec.getContainersList(),
        (container, at) -> containers.add(ContainerFromProto.fromProto(container, violations, at)));
    List<Container> initContainers = new ArrayList<>();
    violations.each(
        "initContainers",
        spec.getInitContainersList(),
        (container, at) ->
            initContainers.add(ContainerFromProto.fromProto(container, violations, at)));
    violations.check(
        !spec.hasReplicas() || !spec.hasAutoscaling(),
        "replicas",
        spec.getReplicas(),
        Messages.NOT_BOTH_SCALES);
    Exposure exposure =
        spec.hasExposure()
            ? ExposureFromProto.fromProto(spec.getExposure(), violations, "exposure.")
            : null;
    return new AppSpec(
            containers,
            scale(spec, violations),
            exposure,
            spec.getLabelsMap(),
            spec.getAnnotationsMap(),
            List.copyOf(spec.getImagePullSecretsList()),
            ProtoFields.optional(spec.getServiceAccountName()),
            initContainers,
            SETTINGS.fromProto(spec, violations, ""))
        .validated(violations);
  }

  private static @Nullable Scale scale(io.roadstead.v1.AppSpec spec, Violations violations) {
    if (spec.hasAutoscaling()) {
      return ScaleFromProto.fromProto(spec.getAutoscaling(), violations);
    }
    return spec.hasReplicas() ? new Scale.Fixed(spec.getReplicas()) : null;
  }
}
