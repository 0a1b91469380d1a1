// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.edge.RequestId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every exception that leaves a resource; the only place that does. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ProblemJson problems;

  ProblemMapper(ProblemJson problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response appError(AppException error, UriInfo uri) {
    if (error.code() == ErrorCode.INTERNAL) {
      return unexpected(error, uri);
    }
    LOG.debugf("%s: %s", error.code(), error.getMessage());
    return answer(error, uri, path -> Problem.of(error, path));
  }

  /** Required in addition to {@link #httpError} because Quarkus has its own mapper for it. */
  @ServerExceptionMapper
  Response wrongShape(MismatchedInputException error, UriInfo uri) {
    return jsonError(error, uri);
  }

  /** Required for the same reason: exceeded parser limits are thrown unwrapped. */
  @ServerExceptionMapper
  Response beyondLimits(StreamConstraintsException error, UriInfo uri) {
    return jsonError(error, uri);
  }

  private Response jsonError(JacksonException error, UriInfo uri) {
    return answer(error, uri, path -> Problem.of(JsonErrors.toAppException(error), path));
  }

  @ServerExceptionMapper
  Response httpError(WebApplicationException error, UriInfo uri) {
    if (error.getCause() instanceof JacksonException json) {
      return json.getCause() instanceof WebApplicationException cause
          ? httpError(cause, uri)
          : jsonError(json, uri);
    }
    int status = error.getResponse().getStatus();
    if (status < 400) {
      return error.getResponse();
    }
    Response problem = answer(error, uri, path -> HttpErrors.problem(status, path));
    // The methods of operations are checked before; what is left are pages.
    return status == 405
        ? Response.fromResponse(problem).header(HttpHeaders.ALLOW, "GET, HEAD").build()
        : problem;
  }

  @ServerExceptionMapper
  Response notText(CharConversionException error, UriInfo uri) {
    return appError(AppException.invalid("$", null, JsonMessages.NOT_UTF8), uri);
  }

  /** All workers are busy and the queue is full. */
  @ServerExceptionMapper
  Response overload(RejectedExecutionException error, UriInfo uri) {
    return appError(AppException.overloaded(), uri);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable error, UriInfo uri) {
    LOG.error("Request failed unexpectedly", error);
    return answer(error, uri, ProblemMapper::internal);
  }

  static Problem internal(String path) {
    String text =
        "Something went wrong in Roadstead; its log has the details under request id '%s'."
            .formatted(RequestId.current());
    return Problem.of(AppException.of(ErrorCode.INTERNAL, text), path);
  }

  private Response answer(Throwable error, UriInfo uri, Function<String, Problem> rendering) {
    var rendered = problems.render(error, () -> rendering.apply(uri.getRequestUri().getRawPath()));
    var response =
        Response.status(rendered.status())
            .type(MediaType.valueOf(ProblemJson.MEDIA_TYPE))
            .entity(rendered.body());
    if (rendered.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, rendered.retryAfter());
    }
    if (rendered.status() == 415) {
      response.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
      response.header(HttpHeaders.ACCEPT_ENCODING, "identity");
      // Removes the header where it is null.
      response.header(
          AllowedMethods.ACCEPT_PATCH,
          AllowedMethods.acceptPatch(uri.getRequestUri().getRawPath()));
    } else if (rendered.status() == 413) {
      response.header("Connection", "close");
    }
    return response.build();
  }
}
