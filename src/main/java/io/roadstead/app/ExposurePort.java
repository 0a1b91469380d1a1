// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One port of an exposure.
 *
 * @param name unique within the exposure; required when there are several ports; null when unnamed
 * @param port the port that clients connect to, 1 to 65535
 * @param targetPort number or name of the container port; null means the same number as {@code
 *     port}
 * @param protocol the transport protocol
 * @param nodePort the port on every node, for NODE_PORT, LOAD_BALANCER and EXTERNAL; null lets the
 *     cluster choose; an INTERNAL exposure has none and ignores it
 * @param appProtocol the application protocol, e.g. {@code kubernetes.io/h2c}; null for none
 */
public record ExposurePort(
    @Nullable String name,
    int port,
    @Nullable String targetPort,
    Protocol protocol,
    @Nullable Integer nodePort,
    @Nullable String appProtocol) {

  public ExposurePort(
      @Nullable String name,
      int port,
      @Nullable String targetPort,
      Protocol protocol,
      @Nullable Integer nodePort) {
    this(name, port, targetPort, protocol, nodePort, null);
  }

  void check(Violations violations, String at) {
    violations.check(
        name == null || Syntax.isDnsLabel(name), at + ".name", name, Messages.DNS_LABEL);
    violations.range(at + ".port", port, WholeNumber.PORT);
    if (targetPort != null) {
      PortReference.checkSyntax(violations, at + ".targetPort", targetPort);
    }
    violations.range(at + ".nodePort", nodePort, WholeNumber.NODE_PORT);
  }

  ExposurePort withoutNodePort() {
    return nodePort == null
        ? this
        : new ExposurePort(name, port, targetPort, protocol, null, appProtocol);
  }
}
