// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.ContainerPort;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.cluster.Protocol;
import org.jspecify.annotations.Nullable;

/** A {@link ContainerPort} as JSON. */
public record ContainerPortBody(
    @Nullable String name, @Nullable Integer port, @Nullable Protocol protocol) {

  ContainerPort toPort(Violations violations, String at) {
    return new ContainerPort(
        Fields.optional(name),
        violations.required(at + ".port", port, WholeNumber.PORT),
        protocol == null ? Protocol.TCP : protocol);
  }
}
