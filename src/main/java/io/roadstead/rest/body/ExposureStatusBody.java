// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link ExposureStatus} as JSON. */
@Schema(name = "ExposureStatus", description = "How an app is reached, or why not yet.")
public record ExposureStatusBody(
    @Schema(
            description =
                "The type asked for: INTERNAL, NODE_PORT, LOAD_BALANCER or EXTERNAL; null when not"
                    + " exposed.",
            required = true,
            nullable = true)
        @Nullable String type,
    @Schema(description = "How far it has come.", required = true) ExposureState state,
    @Schema(
            description = "The best way that there is at present; null when there is no address.",
            required = true,
            nullable = true)
        Address.@Nullable Rung rung,
    @Schema(
            description = "The state in words, with the cluster's own where it gives any.",
            required = true)
        String message,
    @Schema(
            description = "What to do about it in one line; null when nothing needs doing.",
            required = true,
            nullable = true)
        @Nullable String remedy,
    @Schema(description = "Best first; in-cluster ones last.", required = true)
        List<AddressBody> addresses) {

  static ExposureStatusBody of(ExposureStatus status) {
    return new ExposureStatusBody(
        status.type() == null ? null : status.type().name(),
        status.state(),
        status.rung(),
        status.message(),
        status.remedy(),
        status.addresses().stream().map(AddressBody::of).toList());
  }
}
