// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Probe.HttpGet} as JSON. */
@Schema(name = "HttpProbe", description = "An HTTP GET.")
public record HttpProbeBody(
    @Schema(description = "Absolute path. Default: `/`.", nullable = true) @Nullable String path,
    @Schema(
            description = "Number or name of a container port; a JSON number is accepted too.",
            required = true)
        @JsonDeserialize(using = PortReferenceDeserializer.class)
        @Nullable String port,
    @Schema(
            description = "Whether to speak TLS; the certificate is not checked. Default: false.",
            defaultValue = "false")
        @Nullable Boolean https) {

  Probe.HttpGet toAction(Violations violations, String at) {
    String wanted = Fields.optional(path);
    return new Probe.HttpGet(
        wanted == null ? "/" : wanted,
        violations.required(at + ".port", port, Messages.PORT_OF_CONTAINER),
        Fields.flag(https));
  }
}
