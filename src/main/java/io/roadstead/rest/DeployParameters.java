// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.WriteOptions;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The options of a deploy. */
public record DeployParameters(
    @QueryParam("validateOnly") @Nullable String validateOnly,
    @QueryParam("force") @Nullable String force,
    @QueryParam("adopt") @Nullable String adopt,
    @HeaderParam("If-Match") @Nullable String ifMatch,
    @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {

  WriteOptions toOptions() {
    return new WriteOptions(
        Preconditions.etag(ifMatch),
        Preconditions.createOnly(ifNoneMatch),
        QueryValues.flag("validateOnly", validateOnly),
        QueryValues.flag("force", force),
        QueryValues.flag("adopt", adopt));
  }
}
