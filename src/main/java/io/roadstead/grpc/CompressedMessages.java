// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.edge.GrpcRequests;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses compressed messages, as REST refuses compressed bodies: the server limits the size on the
 * wire but not the decompressed size, which may be a thousand times larger.
 */
@ApplicationScoped
class CompressedMessages {
  private static final int BEFORE_THE_SERVER = 901;
  private static final String ENCODING = "grpc-encoding";
  private static final String NONE = "identity";

  void register(@Observes Filters filters) {
    filters.register(CompressedMessages::check, BEFORE_THE_SERVER);
  }

  private static void check(RoutingContext request) {
    if (!GrpcRequests.is(request)) {
      request.next();
      return;
    }
    // The server would offer gzip.
    request.addHeadersEndHandler(end -> request.response().putHeader("grpc-accept-encoding", NONE));
    String encoding = request.request().getHeader(ENCODING);
    if (encoding == null || encoding.equals(NONE)) {
      request.next();
      return;
    }
    RefusedCalls.answer(
        request,
        AppException.of(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "Compressed messages are not supported. Send them without compression."));
  }
}
