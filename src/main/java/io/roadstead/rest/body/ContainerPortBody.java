// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.ContainerPort;
import io.roadstead.app.Protocol;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link ContainerPort} as JSON. */
@Schema(name = "ContainerPort", description = "A port that a container listens on.")
public record ContainerPortBody(
    @Schema(
            description = "Unique within the app; probes and exposure may refer to it.",
            maxLength = 15,
            nullable = true)
        @Nullable String name,
    @Schema(description = "The number.", required = true, minimum = "1", maximum = "65535")
        @Nullable Integer port,
    @Schema(description = "Default: TCP.", defaultValue = "TCP", nullable = true)
        @Nullable Protocol protocol) {

  static ContainerPortBody of(ContainerPort port) {
    return new ContainerPortBody(port.name(), port.port(), port.protocol());
  }

  ContainerPort toPort() {
    return new ContainerPort(
        Fields.optional(name), Fields.number(port), protocol == null ? Protocol.TCP : protocol);
  }
}
