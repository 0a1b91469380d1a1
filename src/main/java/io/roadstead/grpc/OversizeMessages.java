// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.Status;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.roadstead.app.AppException;
import io.roadstead.edge.GrpcRequests;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Reports why a message that exceeds the server's limit is refused: the server ends such a call
 * below our interceptors, without a message.
 */
@ApplicationScoped
class OversizeMessages {
  private static final int BEFORE_THE_SERVER = 900;
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int FRAME_BYTES = 5;
  private static final String EXHAUSTED = Integer.toString(Status.Code.RESOURCE_EXHAUSTED.value());

  void register(@Observes Filters filters) {
    filters.register(OversizeMessages::watch, BEFORE_THE_SERVER);
  }

  private static void watch(RoutingContext request) {
    if (!GrpcRequests.is(request)) {
      request.next();
      return;
    }
    if (isAnnounced(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
      RefusedCalls.answer(request, AppException.tooLarge());
      return;
    }
    request.addHeadersEndHandler(sending -> explain(request.response().headers()));
    request.next();
  }

  /** Most clients do not announce the size. */
  private static boolean isAnnounced(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) > MOST_BYTES + FRAME_BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static void explain(MultiMap headers) {
    if (EXHAUSTED.equals(headers.get(StatusHeaders.STATUS))
        && !headers.contains(StatusHeaders.DETAILS)
        && !headers.contains(StatusHeaders.MESSAGE)) {
      StatusHeaders.set(headers, ErrorStatus.toProto(AppException.tooLarge()));
    }
  }
}
