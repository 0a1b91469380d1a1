// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.Address;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link Address} as JSON. */
@Schema(name = "Address", description = "One address of an app.")
public record AddressBody(
    @Schema(
            description = "The address as one string, e.g. `http://203.0.113.7:80`.",
            required = true)
        String url,
    @Schema(
            description = "http, https, tcp, udp or sctp; guessed from the port's name and number.",
            required = true)
        String scheme,
    @Schema(description = "A host name or an IP.", required = true) String host,
    @Schema(description = "The port to use with it.", required = true) int port,
    @Schema(
            description = "Name of the exposure's port; null when unnamed.",
            required = true,
            nullable = true)
        @Nullable String portName,
    @Schema(description = "Who can reach it at best.", required = true) Address.Audience audience,
    @Schema(description = "What stands between the audience and the app.", required = true)
        Address.Grade grade,
    @Schema(description = "The way that leads there.", required = true) Address.Rung rung,
    @Schema(description = "Why it is this host, and what that rests on.", required = true)
        String why,
    @Schema(
            description =
                "What to do about the grade, a command where there is one; null when nothing needs"
                    + " doing.",
            required = true,
            nullable = true)
        @Nullable String remedy) {

  static AddressBody of(Address address) {
    return new AddressBody(
        address.url(),
        address.scheme(),
        address.host(),
        address.port(),
        address.portName(),
        address.audience(),
        address.grade(),
        address.rung(),
        address.why(),
        address.remedy());
  }
}
