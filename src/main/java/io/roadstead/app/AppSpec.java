// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The complete desired state of an app. Scale and exposure are left unchanged when null (for a new
 * app: one replica, not exposed); everything else is replaced.
 *
 * @param containers the first is the app, the others are its sidecars; 1 to 50
 * @param scale a fixed number of replicas or autoscaling, or null
 * @param exposure how it is reached, or null
 * @param labels custom labels of the app's objects and pods
 * @param annotations custom annotations of the app's Deployment and pods
 * @param imagePullSecrets names of Secrets with registry credentials, in the app's namespace
 * @param serviceAccountName the ServiceAccount that the pods run as; null for the namespace's
 *     default
 * @param initContainers containers that run before the others; those with the setting {@code
 *     restartable} keep running as sidecars
 * @param settings the other fields of the contract
 */
public record AppSpec(
    List<Container> containers,
    @Nullable Scale scale,
    @Nullable Exposure exposure,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<String> imagePullSecrets,
    @Nullable String serviceAccountName,
    List<Container> initContainers,
    Settings settings) {
  private static final int MOST_CONTAINERS = 50;

  /** A spec with none of the fields that most apps do without. */
  public AppSpec(
      List<Container> containers,
      @Nullable Scale scale,
      @Nullable Exposure exposure,
      Map<String, String> labels,
      Map<String, String> annotations,
      List<String> imagePullSecrets,
      @Nullable String serviceAccountName) {
    this(
        containers,
        scale,
        exposure,
        labels,
        annotations,
        imagePullSecrets,
        serviceAccountName,
        List.of(),
        Settings.NONE);
  }

  public AppSpec {
    containers = List.copyOf(containers);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    imagePullSecrets = List.copyOf(imagePullSecrets);
    initContainers = List.copyOf(initContainers);
  }

  /** This spec, or INVALID_ARGUMENT with every violation. */
  public AppSpec validated() {
    return validated(new Violations());
  }

  /** The same, including violations found while the request was read. */
  public AppSpec validated(Violations violations) {
    checkContainers(violations);
    if (scale != null) {
      scale.check(violations);
    }
    if (exposure != null) {
      exposure.check(violations, "exposure.");
      checkTargets(violations, exposure);
    }
    Metadata.checkLabels(violations, labels);
    Metadata.checkAnnotations(violations, annotations);
    checkReferences(violations);
    VolumeChecks.check(violations, this);
    PodChecks.check(violations, this);
    violations.throwIfAny();
    return this;
  }

  /** The same spec with another exposure. */
  public AppSpec with(@Nullable Exposure other) {
    return new AppSpec(
        containers,
        scale,
        other,
        labels,
        annotations,
        imagePullSecrets,
        serviceAccountName,
        initContainers,
        settings);
  }

  /** The same spec with another scale. */
  public AppSpec with(@Nullable Scale other) {
    return new AppSpec(
        containers,
        other,
        exposure,
        labels,
        annotations,
        imagePullSecrets,
        serviceAccountName,
        initContainers,
        settings);
  }

  /** The same spec with other settings. */
  public AppSpec with(Settings other) {
    return new AppSpec(
        containers,
        scale,
        exposure,
        labels,
        annotations,
        imagePullSecrets,
        serviceAccountName,
        initContainers,
        other);
  }

  private void checkContainers(Violations violations) {
    violations.check(
        !containers.isEmpty(), "containers", null, Messages.empty(Messages.CONTAINERS));
    violations.check(
        containers.size() <= MOST_CONTAINERS,
        "containers",
        null,
        Messages.elements(containers.size(), MOST_CONTAINERS));
    Set<String> names = new HashSet<>();
    checkEach(violations, "containers", containers, names);
    checkEach(violations, "initContainers", initContainers, names);
  }

  private static void checkEach(
      Violations violations, String field, List<Container> containers, Set<String> names) {
    violations.each(
        field,
        containers,
        (container, at) -> {
          container.check(violations, at);
          violations.check(
              names.add(container.name()),
              at + ".name",
              container.name(),
              Messages.SAME_CONTAINER_NAME);
          checkPorts(violations, at, container);
        });
  }

  private static void checkPorts(Violations violations, String at, Container container) {
    Set<String> portNames = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    violations.each(
        at + ".ports",
        container.ports(),
        (port, path) -> {
          String name = port.name();
          violations.check(
              name == null || portNames.add(name),
              path + ".name",
              name,
              Messages.SAME_CONTAINER_PORT_NAME);
          violations.check(
              numbers.add(port.port() + "/" + port.protocol()),
              path + ".port",
              port.port(),
              Messages.samePort(port.protocol()));
        });
  }

  private void checkTargets(Violations violations, Exposure wanted) {
    List<ContainerPort> declared = containers.stream().flatMap(c -> c.ports().stream()).toList();
    violations.each(
        "exposure.ports",
        wanted.ports(),
        (port, path) -> {
          String target = port.targetPort();
          if (target != null) {
            PortReference.check(violations, path + ".targetPort", target, declared);
          }
        });
  }

  private void checkReferences(Violations violations) {
    violations.each(
        "imagePullSecrets",
        imagePullSecrets,
        (name, at) ->
            violations.check(Syntax.isDnsSubdomain(name), at, name, Messages.DNS_SUBDOMAIN));
    violations.check(
        serviceAccountName == null || Syntax.isDnsSubdomain(serviceAccountName),
        "serviceAccountName",
        serviceAccountName,
        Messages.DNS_SUBDOMAIN);
  }
}
