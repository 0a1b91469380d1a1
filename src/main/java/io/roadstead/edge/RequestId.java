// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the log; the caller's own when it is well formed. */
public final class RequestId {
  /** The header of requests and responses, and the key of gRPC metadata. */
  public static final String HEADER = "X-Request-Id";

  /** Its key in log lines. */
  static final String LOG_KEY = "requestId";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The id of the request that the current thread serves; empty outside of one. */
  public static String current() {
    return MDC.get(LOG_KEY) instanceof String id ? id : "";
  }

  /** The id that the request carries if it is acceptable; otherwise a new one. */
  static String choose(@Nullable String sent) {
    return sent != null && ACCEPTED.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }

  static String begin(RoutingContext request) {
    String id = choose(request.request().getHeader(HEADER));
    request.response().putHeader(HEADER, id);
    MDC.put(LOG_KEY, id);
    return id;
  }
}
