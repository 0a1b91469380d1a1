// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Resources;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Container} as JSON. */
@Schema(name = "Container", description = "One container of an app: the app itself or a sidecar.")
public record ContainerBody(
    @Schema(
            description = "Unique within the app; an RFC 1123 label.",
            required = true,
            maxLength = 63)
        @Nullable String name,
    @Schema(
            description = "The image, `[registry/]repository[:tag][@digest]`.",
            required = true,
            maxLength = 1024)
        @Nullable String image,
    @Schema(description = "Replaces the image's entry point.") @Nullable List<String> command,
    @Schema(description = "Replaces the image's arguments.") @Nullable List<String> args,
    @Schema(description = "Environment variables; each name once.") @Nullable List<EnvVarBody> env,
    @Schema(description = "Ports that the container listens on.")
        @Nullable List<ContainerPortBody> ports,
    @Schema(description = "What the container requests and may use at most.", nullable = true)
        @Nullable ResourcesBody resources,
    @Schema(description = "Until it succeeds the other probes wait.", nullable = true)
        @Nullable ProbeBody startupProbe,
    @Schema(description = "Decides whether the container gets traffic.", nullable = true)
        @Nullable ProbeBody readinessProbe,
    @Schema(description = "Decides whether the container is restarted.", nullable = true)
        @Nullable ProbeBody livenessProbe) {

  Container toContainer(Violations violations, String at) {
    String called = violations.required(at + ".name", name, Messages.CONTAINER_NAME);
    String run = violations.required(at + ".image", image, Messages.IMAGE);
    List<EnvVar> variables = new ArrayList<>();
    violations.each(
        at + ".env",
        Fields.list(env),
        (variable, path) -> variables.add(variable.toEnvVar(violations, path)));
    List<ContainerPort> listening = new ArrayList<>();
    violations.each(
        at + ".ports",
        Fields.list(ports),
        (port, path) -> listening.add(port.toPort(violations, path)));
    return new Container(
        called,
        run,
        Fields.list(command),
        Fields.list(args),
        variables,
        listening,
        resources == null ? Resources.NONE : resources.toResources(),
        toProbe(startupProbe, violations, at + ".startupProbe"),
        toProbe(readinessProbe, violations, at + ".readinessProbe"),
        toProbe(livenessProbe, violations, at + ".livenessProbe"));
  }

  private static @Nullable Probe toProbe(
      @Nullable ProbeBody probe, Violations violations, String at) {
    return probe == null ? null : probe.toProbe(violations, at);
  }

  /** Env values and arguments may be secrets, so they stay out. */
  @Override
  public String toString() {
    return "ContainerBody[" + name + ", " + image + "]";
  }
}
