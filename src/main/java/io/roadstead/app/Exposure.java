// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an app is reached.
 *
 * @param type who is to reach it
 * @param ports the ports; empty means every port that the app's containers declare, as it is
 */
public record Exposure(ExposureType type, List<ExposurePort> ports) {
  static final int MOST_PORTS = 100;

  public Exposure {
    ports = List.copyOf(ports);
  }

  /** This exposure, or INVALID_ARGUMENT with every violation; paths begin at the exposure. */
  public Exposure validated() {
    var violations = new Violations();
    check(violations, "");
    violations.throwIfAny();
    return this;
  }

  void check(Violations violations, String prefix) {
    String at = prefix + "ports";
    violations.check(
        ports.size() <= MOST_PORTS, at, ports.size() + " ports", "must be at most " + MOST_PORTS);
    violations.each(at, ports, (port, path) -> port.check(violations, path, type));
    checkNames(violations, at);
    checkNumbers(violations, at);
  }

  private void checkNames(Violations violations, String at) {
    Set<String> names = new HashSet<>();
    violations.each(
        at,
        ports,
        (port, path) -> {
          String name = port.name();
          violations.check(
              name != null || ports.size() == 1,
              path + ".name",
              "",
              "must be given when there are several ports");
          violations.check(
              name == null || names.add(name), path + ".name", name, "must not be used twice");
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
                "must not be used twice with the same protocol"));
  }

  /**
   * The exposure with explicit ports: where it has none, those of the containers.
   *
   * @throws AppException FAILED_PRECONDITION when neither has any, INVALID_ARGUMENT when a
   *     targetPort names no port of the containers
   */
  public Exposure resolvedFor(List<Container> containers) {
    return ExposurePorts.resolve(this, containers);
  }
}
