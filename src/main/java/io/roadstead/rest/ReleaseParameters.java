// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.WriteOptions;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The options of a release. */
public record ReleaseParameters(
    @QueryParam("validateOnly") @Nullable String validateOnly,
    @HeaderParam("If-Match") @Nullable String ifMatch,
    @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {

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
