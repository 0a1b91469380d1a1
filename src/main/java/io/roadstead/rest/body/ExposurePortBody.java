// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Protocol;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link ExposurePort} as JSON. */
@Schema(name = "ExposurePort", description = "One port of an exposure.")
public record ExposurePortBody(
    @Schema(
            description = "Unique within the exposure; required when there are several ports.",
            maxLength = 15,
            nullable = true)
        @Nullable String name,
    @Schema(
            description = "The port that callers use.",
            required = true,
            minimum = "1",
            maximum = "65535")
        @Nullable Integer port,
    @Schema(
            description =
                "Number or name of the container port; a JSON number is accepted too. Default: the"
                    + " same number as `port`.",
            nullable = true)
        @JsonDeserialize(using = PortReferenceDeserializer.class)
        @Nullable String targetPort,
    @Schema(description = "Default: TCP.", defaultValue = "TCP", nullable = true)
        @Nullable Protocol protocol,
    @Schema(
            description =
                "The port on every node; ignored for `INTERNAL`. Default: the cluster chooses.",
            minimum = "1",
            maximum = "65535",
            nullable = true)
        @Nullable Integer nodePort) {

  ExposurePort toPort(Violations violations, String at) {
    return new ExposurePort(
        Fields.optional(name),
        violations.required(at + ".port", port, WholeNumber.PORT),
        Fields.optional(targetPort),
        protocol == null ? Protocol.TCP : protocol,
        nodePort);
  }
}
