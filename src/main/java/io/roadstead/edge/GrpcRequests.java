// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Distinguishes gRPC from REST, by the same criterion as the server. */
public final class GrpcRequests {
  private GrpcRequests() {}

  /** Whether a request is answered by the gRPC server. */
  public static boolean is(RoutingContext context) {
    HttpServerRequest request = context.request();
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return request.version() == HttpVersion.HTTP_2
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/grpc");
  }
}
