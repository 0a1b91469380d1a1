// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;
import java.util.regex.Pattern;

/** A reference to a container port, by number or by name. */
final class PortReference {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private PortReference() {}

  static boolean isNumber(String reference) {
    return NUMBER.matcher(reference).matches();
  }

  /** A name must be one of {@code ports}; a number need not be declared. */
  static void check(Violations violations, String at, String reference, List<ContainerPort> ports) {
    boolean holds =
        isNumber(reference)
            ? Syntax.isPort(Integer.parseInt(reference))
            : ports.stream().anyMatch(port -> reference.equals(port.name()));
    violations.check(holds, at, reference, Messages.unknownPort(ports));
  }

  /** Checks only the syntax, when the app's ports are not known. */
  static void checkSyntax(Violations violations, String at, String reference) {
    boolean holds =
        isNumber(reference)
            ? Syntax.isPort(Integer.parseInt(reference))
            : Syntax.isPortName(reference);
    violations.check(holds, at, reference, Messages.PORT_REFERENCE);
  }
}
