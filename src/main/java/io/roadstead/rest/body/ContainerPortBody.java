// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.ContainerPort;
import io.roadstead.app.Protocol;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
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

  ContainerPort toPort(Violations violations, String at) {
    return new ContainerPort(
        Fields.optional(name),
        violations.required(at + ".port", port, WholeNumber.PORT),
        protocol == null ? Protocol.TCP : protocol);
  }
}
