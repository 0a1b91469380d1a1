// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.edge.GrpcRequests;
import io.roadstead.edge.RefusalRenderer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Renders the errors of requests that never reach a resource: a body whose announced size is too
 * large, an address that nothing serves, a request that can't be routed.
 */
@ApplicationScoped
class HttpProblems implements RefusalRenderer {
  private static final Logger LOG = Logger.getLogger(HttpProblems.class);

  /** Just before Quarkus' own check of body sizes, whose responses have no body. */
  private static final int BEFORE_SIZE_CHECK = -3;

  private static final Pattern AMBIGUOUS = Pattern.compile("[;\\\\]|//|%(?i:2e|2f|3b|5c)");

  private static final int AFTER_EVERYTHING_ELSE = Integer.MAX_VALUE;
  private static final long TIME_TO_READ_ANSWER_MS = 1000;

  private final ProblemJson problems;

  HttpProblems(ProblemJson problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route("/v1/*").order(BEFORE_SIZE_CHECK).handler(this::checkAddress);
    router.route().order(BEFORE_SIZE_CHECK).handler(this::checkSize);
    router.route().order(AFTER_EVERYTHING_ELSE).handler(request -> answer(request, 404));
    router.route().order(BEFORE_SIZE_CHECK).failureHandler(this::fail);
  }

  /** Paths that servers interpret differently can bypass rules (RFC 3986, section 2.2). */
  private void checkAddress(RoutingContext request) {
    String path = request.request().path();
    if (AMBIGUOUS.matcher(path).find()) {
      answer(request, 400);
      return;
    }
    if (!AllowedMethods.allow(request.request().method().name(), path)) {
      answer(request, 405);
      return;
    }
    boolean isKnown = !AllowedMethods.of(path).isEmpty();
    if (request.request().method() == HttpMethod.OPTIONS && isKnown) {
      addMethods(request, path);
      request.response().end();
      return;
    }
    request.next();
  }

  private void checkSize(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (!isTooLong(length) || GrpcRequests.is(request)) {
      request.next();
      return;
    }
    answer(request, 413);
    closeSoon(request);
  }

  private static boolean isTooLong(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) > RequestBodyLimit.BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Closing immediately would lose the response: clients that are still sending do not read. */
  private static void closeSoon(RoutingContext request) {
    HttpServerRequest unread = request.request();
    request.vertx().setTimer(TIME_TO_READ_ANSWER_MS, timer -> unread.connection().close());
  }

  private void fail(RoutingContext request) {
    int status = request.statusCode() < 400 ? 500 : request.statusCode();
    if (request.response().ended()
        || request.response().headWritten()
        || GrpcRequests.is(request)) {
      request.next();
      return;
    }
    if (status >= 500) {
      LOG.error("Request failed unexpectedly", request.failure());
      answer(request, ProblemMapper::internal);
      return;
    }
    LOG.debugf("Refused with %d", status);
    answer(request, status);
  }

  @Override
  public boolean serves(RoutingContext request) {
    return !GrpcRequests.is(request);
  }

  @Override
  public void refuse(RoutingContext request, String message) {
    var refusal = AppException.of(ErrorCode.PERMISSION_DENIED, message);
    answer(request, path -> Problem.of(refusal, path));
  }

  private static void addMethods(RoutingContext request, String path) {
    request.response().putHeader("Allow", AllowedMethods.header(path));
    String patch = AllowedMethods.acceptPatch(path);
    if (patch != null) {
      request.response().putHeader(AllowedMethods.ACCEPT_PATCH, patch);
    }
  }

  private void answer(RoutingContext request, int status) {
    if (status == 405) {
      String method = request.request().method().name();
      addMethods(request, request.request().path());
      answer(request, path -> HttpErrors.methodNotAllowed(method, AllowedMethods.of(path), path));
      return;
    }
    answer(request, path -> HttpErrors.problem(status, path));
  }

  private void answer(RoutingContext request, Function<String, Problem> rendering) {
    var rendered =
        problems.render(request.failure(), () -> rendering.apply(request.request().path()));
    request
        .response()
        .setStatusCode(rendered.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
        .end(Buffer.buffer(rendered.body()));
  }
}
