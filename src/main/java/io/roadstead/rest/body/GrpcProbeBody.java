// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A gRPC probe as JSON. */
@Schema(name = "GrpcProbe", description = "A call of the gRPC health service.")
public record GrpcProbeBody(
    @Schema(
            description = "Number of the container port.",
            required = true,
            minimum = "1",
            maximum = "65535")
        @Nullable Integer port,
    @Schema(
            description = "The service to ask for. Default: the server as a whole.",
            nullable = true)
        @Nullable String service) {}
