// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.WriteOptions;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The options of a delete. */
public record DeleteParameters(
    @Parameter(
            description =
                "Whether to answer only when the pods are gone too, or the deadline is near.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        @QueryParam("foreground")
        @Nullable String foreground,
    @Parameter(
            description = "Check everything, admission by the cluster included, and write nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        @QueryParam("validateOnly")
        @Nullable String validateOnly,
    @Parameter(
            description = "Write only if the app still has this etag; `*`: only if the app exists.",
            example = "\"5f1c09ab\"")
        @HeaderParam("If-Match")
        @Nullable String ifMatch,
    @Parameter(hidden = true) @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
  boolean inForeground() {
    return QueryValues.flag("foreground", foreground);
  }

  WriteOptions toOptions() {
    Preconditions.refuse(ifNoneMatch);
    return new WriteOptions(
        Preconditions.etag(ifMatch),
        false,
        QueryValues.flag("validateOnly", validateOnly),
        false,
        false);
  }
}
