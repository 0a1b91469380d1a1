// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import org.jspecify.annotations.Nullable;

/** A {@link Probe.HttpGet} as JSON. */
public record HttpProbeBody(
    @Nullable String path,
    @JsonDeserialize(using = PortReferenceDeserializer.class) @Nullable String port,
    @Nullable Boolean https) {

  Probe.HttpGet toAction(Violations violations, String at) {
    String wanted = Fields.optional(path);
    return new Probe.HttpGet(
        wanted == null ? "/" : wanted,
        violations.required(at + ".port", port, Messages.PORT_OF_CONTAINER),
        Fields.flag(https));
  }
}
