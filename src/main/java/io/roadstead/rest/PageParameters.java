// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.PageRequest;
import io.roadstead.app.WholeNumber;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The requested page of a list. */
public record PageParameters(
    @QueryParam("pageSize") @Nullable String pageSize,
    @QueryParam("pageToken") @Nullable String pageToken) {

  PageRequest toPage() {
    Integer size = QueryValues.number("pageSize", pageSize, WholeNumber.PAGE_SIZE);
    // Zero does not mean the default here: over REST, the parameter can be omitted.
    return size != null && size == 0
        ? new PageRequest(size, pageToken)
        : PageRequest.of(size, pageToken);
  }
}
