// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppStatus;
import io.roadstead.app.WriteResult;
import io.roadstead.rest.body.AppStatusBody;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a write on a part of an app: the status after it, with the app's etag. */
final class WriteAnswer {
  private WriteAnswer() {}

  static RestResponse<AppStatusBody> of(WriteResult result) {
    AppStatus status = result.app().status();
    return RestResponse.ResponseBuilder.ok(AppStatusBody.of(status))
        .header(HttpHeaders.ETAG, status.etag())
        .build();
  }
}
