// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One container of an app: the app itself or a sidecar.
 *
 * @param name unique within the app, an RFC 1123 label
 * @param image the image reference as sent; see {@link ImageReference}
 * @param command replaces the image's entry point; empty keeps it
 * @param args replaces the image's arguments; empty keeps them
 * @param env environment variables, each name once
 * @param ports ports it listens on
 * @param resources resource requests and limits
 * @param startupProbe the other probes start only after it succeeds; null for none
 * @param readinessProbe determines whether the container receives traffic; null for none
 * @param livenessProbe determines whether the container is restarted; null for none
 * @param settings the other fields of the contract
 */
public record Container(
    String name,
    String image,
    List<String> command,
    List<String> args,
    List<EnvVar> env,
    List<ContainerPort> ports,
    Resources resources,
    @Nullable Probe startupProbe,
    @Nullable Probe readinessProbe,
    @Nullable Probe livenessProbe,
    Settings settings) {

  /** A container without other settings. */
  public Container(
      String name,
      String image,
      List<String> command,
      List<String> args,
      List<EnvVar> env,
      List<ContainerPort> ports,
      Resources resources,
      @Nullable Probe startupProbe,
      @Nullable Probe readinessProbe,
      @Nullable Probe livenessProbe) {
    this(
        name,
        image,
        command,
        args,
        env,
        ports,
        resources,
        startupProbe,
        readinessProbe,
        livenessProbe,
        Settings.NONE);
  }

  public Container {
    command = List.copyOf(command);
    args = List.copyOf(args);
    env = List.copyOf(env);
    ports = List.copyOf(ports);
  }

  /** The same container with other settings. */
  public Container with(Settings other) {
    return new Container(
        name,
        image,
        command,
        args,
        env,
        ports,
        resources,
        startupProbe,
        readinessProbe,
        livenessProbe,
        other);
  }

  void check(Violations violations, String at) {
    violations.check(Syntax.isDnsLabel(name), at + ".name", name, Messages.DNS_LABEL);
    violations.check(ImageReference.isValid(image), at + ".image", image, Messages.IMAGE_REFERENCE);
    violations.each(at + ".env", env, (variable, path) -> variable.check(violations, path));
    violations.each(at + ".ports", ports, (port, path) -> port.check(violations, path));
    checkUnique(violations, at);
    resources.check(violations, at + ".resources");
    checkProbe(violations, at + ".startupProbe", startupProbe);
    checkProbe(violations, at + ".readinessProbe", readinessProbe);
    checkProbe(violations, at + ".livenessProbe", livenessProbe);
    checkOnlySuccess(violations, at + ".startupProbe", startupProbe);
    checkOnlySuccess(violations, at + ".livenessProbe", livenessProbe);
  }

  private void checkUnique(Violations violations, String at) {
    Set<String> names = new HashSet<>();
    violations.each(
        at + ".env",
        env,
        (variable, path) ->
            violations.check(
                names.add(variable.name()),
                path + ".name",
                variable.name(),
                Messages.SAME_VARIABLE));
  }

  private void checkProbe(Violations violations, String at, @Nullable Probe probe) {
    if (probe != null && !violations.has(at)) {
      probe.check(violations, at, ports);
    }
  }

  /** Kubernetes accepts only 1 as the success threshold of these two. */
  private static void checkOnlySuccess(Violations violations, String at, @Nullable Probe probe) {
    Integer threshold = probe == null ? null : probe.successThreshold();
    violations.check(
        threshold == null || threshold == 1,
        at + ".successThreshold",
        threshold,
        Messages.ONE_SUCCESS);
  }

  /** Env values and arguments may be secrets, so they are omitted. */
  @Override
  public String toString() {
    return "Container[" + name + ", " + image + "]";
  }
}
