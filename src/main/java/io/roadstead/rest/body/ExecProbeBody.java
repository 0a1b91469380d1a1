// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A command probe as JSON. */
@Schema(name = "ExecProbe", description = "A command run in the container.")
public record ExecProbeBody(
    @Schema(
            description = "The program and its arguments; there is no shell.",
            required = true,
            minItems = 1)
        @Nullable List<String> command) {}
