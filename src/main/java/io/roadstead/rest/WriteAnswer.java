// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.AppStatus;
import io.roadstead.app.WriteResult;
import io.roadstead.wire.AppToProto;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The response to a write on a part of an app: the status afterwards, with the app's etag. */
final class WriteAnswer {
  private WriteAnswer() {}

  static RestResponse<Message> of(WriteResult result) {
    AppStatus status = result.app().status();
    return RestResponse.ResponseBuilder.<Message>ok(AppToProto.status(result))
        .header(HttpHeaders.ETAG, status.etag())
        .build();
  }
}
