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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link AppSpec} as JSON. */
@Schema(
    name = "AppSpec",
    description =
        "The whole desired state of an app. A deploy that leaves out `replicas`, `autoscaling` or"
            + " `exposure` leaves them as they are (for a new app: one replica, not exposed);"
            + " everything else is replaced.")
public record AppSpecBody(
    @Schema(
            description = "1 to 50; the first is the app, the others are its sidecars.",
            required = true,
            minItems = 1,
            maxItems = 50)
        @Nullable List<ContainerBody> containers,
    @Schema(
            description =
                "A fixed number of pods; 0 stops the app. Not together with `autoscaling`.",
            minimum = "0",
            maximum = "10000",
            nullable = true)
        @Nullable Integer replicas,
    @Schema(
            description = "As many pods as the load needs. Not together with `replicas`.",
            nullable = true)
        @Nullable AutoscalingBody autoscaling,
    @Schema(description = "How the app is reached.", nullable = true)
        @Nullable ExposureBody exposure,
    @Schema(
            description =
                "Own labels of the app's objects and pods; keys under `roadstead.io`,"
                    + " `kubernetes.io` and `k8s.io` are reserved.")
        @Nullable Map<String, String> labels,
    @Schema(
            description =
                "Own annotations of the app's Deployment and pods; the same keys are reserved; at"
                    + " most 256 KiB in all.")
        @Nullable Map<String, String> annotations,
    @Schema(description = "Names of Secrets with registry credentials, in the app's namespace.")
        @Nullable List<String> imagePullSecrets,
    @Schema(
            description = "The account that the pods run as. Default: the namespace's own.",
            nullable = true)
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
