// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/** A TCP probe as JSON. */
public record TcpProbeBody(
    @JsonDeserialize(using = PortReferenceDeserializer.class) @Nullable String port) {}
