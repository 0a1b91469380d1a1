// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A port that a container listens on.
 *
 * @param name unique within the app, by which probes and exposure may refer to it; null when
 *     unnamed
 * @param port the number, 1 to 65535
 * @param protocol the transport protocol
 */
public record ContainerPort(@Nullable String name, int port, Protocol protocol) {

  void check(Violations violations, String at) {
    violations.check(
        name == null || Syntax.isPortName(name), at + ".name", name, Messages.PORT_NAME);
    violations.range(at + ".port", port, WholeNumber.PORT);
  }
}
