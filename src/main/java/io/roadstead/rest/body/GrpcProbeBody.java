// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import org.jspecify.annotations.Nullable;

/** A gRPC probe as JSON. */
public record GrpcProbeBody(@Nullable Integer port, @Nullable String service) {}
