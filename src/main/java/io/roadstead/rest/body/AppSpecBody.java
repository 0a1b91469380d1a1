// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Messages;
import io.roadstead.app.Scale;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@link AppSpec} as JSON. */
public record AppSpecBody(
    @Nullable List<ContainerBody> containers,
    @Nullable Integer replicas,
    @Nullable AutoscalingBody autoscaling,
    @Nullable ExposureBody exposure,
    @Nullable Map<String, String> labels,
    @Nullable Map<String, String> annotations,
    @Nullable List<String> imagePullSecrets,
    @Nullable String serviceAccountName) {

  /** The app model of this body; INVALID_ARGUMENT with every violation. */
  public AppSpec toSpec() {
    var violations = new Violations();
    List<Container> made = new ArrayList<>();
    violations.each(
        "containers",
        violations.required("containers", containers, Messages.CONTAINERS),
        (container, at) -> made.add(container.toContainer(violations, at)));
    violations.check(
        replicas == null || autoscaling == null, "replicas", replicas, Messages.NOT_BOTH_SCALES);
    Scale scale = ScaleBody.scale(replicas, autoscaling, violations);
    Exposure exposed = exposure == null ? null : exposure.toExposure(violations, "exposure.");
    return new AppSpec(
            made,
            scale,
            exposed,
            Fields.map(labels),
            Fields.map(annotations),
            Fields.list(imagePullSecrets),
            Fields.optional(serviceAccountName))
        .validated(violations);
  }
}
