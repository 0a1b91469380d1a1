// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ExposureType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an app is exposed.
 *
 * @param type from where it can be reached
 * @param ports the ports; empty means every port that the app's containers declare
 * @param settings the other fields of the contract
 */
public record Exposure(ExposureType type, List<ExposurePort> ports, Settings settings) {
  static final int MOST_PORTS = 100;

  public Exposure(ExposureType type, List<ExposurePort> ports) {
    this(type, ports, Settings.NONE);
  }

  public Exposure {
    ports =
        type == ExposureType.INTERNAL
            ? ports.stream().map(ExposurePort::withoutNodePort).toList()
            : List.copyOf(ports);
  }

  /**
   * This exposure, or INVALID_ARGUMENT with every violation; paths are relative to the exposure.
   */
  public Exposure validated() {
    return validated(new Violations());
  }

  /** The same, including violations found while the request was read. */
  public Exposure validated(Violations violations) {
    check(violations, "");
    violations.throwIfAny();
    return this;
  }

  void check(Violations violations, String prefix) {
    String at = prefix + "ports";
    violations.check(
        ports.size() <= MOST_PORTS, at, null, Messages.elements(ports.size(), MOST_PORTS));
    violations.each(at, ports, (port, path) -> port.check(violations, path));
    checkNames(violations, at);
    checkNumbers(violations, at);
    ExposureChecks.check(violations, prefix, this);
  }

  private void checkNames(Violations violations, String at) {
    Set<String> names = new HashSet<>();
    violations.each(
        at,
        ports,
        (port, path) -> {
          String name = port.name();
          if (name == null && ports.size() > 1) {
            violations.missing(path + ".name", Messages.PORT_NAME_NEEDED);
          }
          violations.check(
              name == null || names.add(name), path + ".name", name, Messages.SAME_EXPOSED_NAME);
        });
  }

  private void checkNumbers(Violations violations, String at) {
    Set<String> numbers = new HashSet<>();
    violations.each(
        at,
        ports,
        (port, path) ->
            violations.check(
                numbers.add(port.port() + "/" + port.protocol()),
                path + ".port",
                port.port(),
                Messages.samePort(port.protocol())));
  }

  /**
   * The exposure with explicit ports; by default, those of the containers.
   *
   * @throws AppException FAILED_PRECONDITION when neither has any, INVALID_ARGUMENT when a
   *     targetPort names no port of the containers
   */
  public Exposure resolvedFor(List<Container> containers) {
    return ExposurePorts.resolve(this, containers);
  }
}
