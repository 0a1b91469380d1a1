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
import org.jspecify.annotations.Nullable;

/** A {@link Container} as JSON. */
public record ContainerBody(
    @Nullable String name,
    @Nullable String image,
    @Nullable List<String> command,
    @Nullable List<String> args,
    @Nullable List<EnvVarBody> env,
    @Nullable List<ContainerPortBody> ports,
    @Nullable ResourcesBody resources,
    @Nullable ProbeBody startupProbe,
    @Nullable ProbeBody readinessProbe,
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

  /** Env values and arguments may be secrets, so they are omitted. */
  @Override
  public String toString() {
    return "ContainerBody[" + name + ", " + image + "]";
  }
}
