// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
public record PageParameters(
    @Parameter(
            description = "At most this many, up to 500.",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "500",
                    defaultValue = "50"))
        @QueryParam("pageSize")
        @Nullable String pageSize,
    @Parameter(description = "`nextPageToken` of the page before.") @QueryParam("pageToken")
        @Nullable String pageToken) {

  PageRequest toPage() {
    return PageRequest.of(QueryValues.number("pageSize", pageSize), pageToken);
  }
}
