// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.edge.GrpcRequests;
import io.roadstead.edge.RefusalRenderer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Responds to calls that the edge refuses before they reach the gRPC server. */
@ApplicationScoped
class RefusedCalls implements RefusalRenderer {
  @Override
  public boolean serves(RoutingContext request) {
    return GrpcRequests.is(request);
  }

  @Override
  public void refuse(RoutingContext request, String message) {
    answer(request, AppException.of(ErrorCode.PERMISSION_DENIED, message));
  }

  static void answer(RoutingContext request, AppException error) {
    var response = request.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/grpc");
    StatusHeaders.set(response.headers(), ErrorStatus.toProto(error));
    response.end();
  }
}
