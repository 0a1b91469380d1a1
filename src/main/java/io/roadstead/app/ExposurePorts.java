// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Resolves an exposure's ports from the containers that it exposes. */
final class ExposurePorts {
  private ExposurePorts() {}

  static Exposure resolve(Exposure exposure, List<Container> containers) {
    List<ContainerPort> declared = containers.stream().flatMap(c -> c.ports().stream()).toList();
    if (exposure.ports().isEmpty()) {
      return new Exposure(exposure.type(), fromDeclared(declared), exposure.settings());
    }
    var violations = new Violations();
    violations.each(
        "ports",
        exposure.ports(),
        (port, path) -> {
          String target = port.targetPort();
          if (target != null) {
            PortReference.check(violations, path + ".targetPort", target, declared);
          }
        });
    violations.throwIfAny();
    return exposure;
  }

  private static List<ExposurePort> fromDeclared(List<ContainerPort> declared) {
    if (declared.isEmpty()) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, Messages.NO_PORT);
    }
    List<ExposurePort> ports = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (ContainerPort port : declared) {
      if (numbers.add(port.port() + "/" + port.protocol())) {
        ports.add(exposed(port, declared.size() > 1));
      }
    }
    return ports;
  }

  private static ExposurePort exposed(ContainerPort port, boolean nameNeeded) {
    String name = port.name();
    if (name == null && nameNeeded) {
      name = port.protocol().name().toLowerCase(Locale.ROOT) + "-" + port.port();
    }
    String target = port.name() == null ? Integer.toString(port.port()) : port.name();
    return new ExposurePort(name, port.port(), target, port.protocol(), null, null);
  }
}
