// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.cluster.Protocol;
import org.jspecify.annotations.Nullable;

/** An {@link ExposurePort} as JSON. */
public record ExposurePortBody(
    @Nullable String name,
    @Nullable Integer port,
    @JsonDeserialize(using = PortReferenceDeserializer.class) @Nullable String targetPort,
    @Nullable Protocol protocol,
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
