// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * One port of an exposure.
 *
 * @param name unique within the exposure; required when there are several ports; null when unnamed
 * @param port the port that callers use, 1 to 65535
 * @param targetPort number or name of the container port; null means the same number as {@code
 *     port}
 * @param protocol the transport protocol
 * @param nodePort the port on every node, for NODE_PORT, LOAD_BALANCER and EXTERNAL; null lets the
 *     cluster choose
 */
public record ExposurePort(
    @Nullable String name,
    int port,
    @Nullable String targetPort,
    Protocol protocol,
    @Nullable Integer nodePort) {

  void check(Violations violations, String at, ExposureType type) {
    violations.check(
        name == null || Syntax.isPortName(name), at + ".name", name, Syntax.PORT_NAME_RULE);
    violations.check(Syntax.isPort(port), at + ".port", port, Syntax.PORT_RULE);
    if (targetPort != null) {
      PortReference.checkSyntax(violations, at + ".targetPort", targetPort);
    }
    if (nodePort == null) {
      return;
    }
    violations.check(Syntax.isPort(nodePort), at + ".nodePort", nodePort, Syntax.NODE_PORT_RULE);
    violations.check(
        type != ExposureType.INTERNAL,
        at + ".nodePort",
        nodePort,
        "must be left out for type INTERNAL, which opens no node port");
  }
}
