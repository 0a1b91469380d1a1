// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Assigns each request its id and logs one line when it has ended, on both transports: method,
 * route, status, duration. Neither query values nor bodies appear in it.
 */
@ApplicationScoped
class RequestLog {
  private static final Logger LOG = Logger.getLogger("io.roadstead.request");
  private static final int BEFORE_EVERYTHING_ELSE = 1000;

  private static final String SEEN = RequestLog.class.getName();

  /** Paths that are polled every few seconds: health, metrics. */
  private static final String OPERATIONS = "/q/";

  /** Set by Quarkus REST once a request has matched a resource. */
  private static final String ROUTE_TEMPLATE = "UrlPathTemplate";

  private final Clock clock;

  RequestLog(Clock clock) {
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_EVERYTHING_ELSE);
  }

  private void handle(RoutingContext request) {
    if (request.get(SEEN) != null) {
      // Rerouted internally, e.g. from a directory to its index.
      request.next();
      return;
    }
    request.put(SEEN, true);
    String id = RequestId.begin(request);
    keepTrace(request);
    Instant start = clock.instant();
    Context context = Vertx.currentContext();
    request.addEndHandler(
        ended ->
            write(
                request, context, id, Duration.between(start, clock.instant()), ended.succeeded()));
    request.next();
  }

  private static void write(
      RoutingContext request,
      @Nullable Context context,
      String id,
      Duration took,
      boolean answered) {
    String route = context == null ? null : context.getLocal(ROUTE_TEMPLATE);
    if (route == null) {
      route = Printable.of(request.request().path());
    }
    MDC.put(RequestId.LOG_KEY, id);
    keepTrace(request);
    LOG.logf(
        route.startsWith(OPERATIONS) ? Logger.Level.DEBUG : Logger.Level.INFO,
        "%s %s %s %d ms",
        Printable.of(request.request().method().name()),
        route,
        status(request.response(), answered),
        took.toMillis());
  }

  private static void keepTrace(RoutingContext request) {
    String trace = TraceParent.traceId(request.request().getHeader(TraceParent.HEADER));
    if (trace == null) {
      MDC.remove(TraceParent.LOG_KEY);
    } else {
      MDC.put(TraceParent.LOG_KEY, trace);
    }
  }

  private static String status(HttpServerResponse response, boolean answered) {
    String grpcStatus = grpcStatus(response);
    String status = String.valueOf(response.getStatusCode());
    if (grpcStatus != null) {
      status += " grpc-status " + grpcStatus;
    }
    return answered ? status : status + " (client gone)";
  }

  private static @Nullable String grpcStatus(HttpServerResponse response) {
    String header = response.headers().get("grpc-status");
    return header != null ? header : response.trailers().get("grpc-status");
  }
}
