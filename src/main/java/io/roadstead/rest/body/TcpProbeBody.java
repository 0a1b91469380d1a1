// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A TCP probe as JSON. */
@Schema(name = "TcpProbe", description = "A TCP connection.")
public record TcpProbeBody(
    @Schema(
            description = "Number or name of a container port; a JSON number is accepted too.",
            required = true)
        @JsonDeserialize(using = PortReferenceDeserializer.class)
        @Nullable String port) {}
