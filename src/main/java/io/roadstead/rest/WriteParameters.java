// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.WriteOptions;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The options of a write on an existing app. */
public record WriteParameters(
    @Parameter(
            description = "Check everything, admission by the cluster included, and write nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        @QueryParam("validateOnly")
        @Nullable String validateOnly,
    @Parameter(
            description = "Take over fields that other managers own.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        @QueryParam("force")
        @Nullable String force,
    @Parameter(
            description = "Write only if the app still has this etag; `*`: only if the app exists.",
            example = "\"5f1c09ab\"")
        @HeaderParam("If-Match")
        @Nullable String ifMatch,
    @Parameter(hidden = true) @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {

  WriteOptions toOptions() {
    Preconditions.refuse(ifNoneMatch);
    return new WriteOptions(
        Preconditions.etag(ifMatch),
        false,
        QueryValues.flag("validateOnly", validateOnly),
        QueryValues.flag("force", force),
        false);
  }
}
