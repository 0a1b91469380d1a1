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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every exception that leaves a resource; the only place that does. */
class ProblemMapper {
  /** The media type of RFC 9457. */
  static final String PROBLEM_JSON = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response appError(AppException error, UriInfo uri) {
    if (error.code() == ErrorCode.INTERNAL) {
      return unexpected(error, uri);
    }
    LOG.debugf("%s: %s", error.code(), error.getMessage());
    return answer(Problem.of(error, path(uri))).build();
  }

  /** Present beside {@link #httpError} because Quarkus has a mapper of its own for it. */
  @ServerExceptionMapper
  Response wrongShape(MismatchedInputException error, UriInfo uri) {
    return appError(JsonErrors.toAppException(error), uri);
  }

  /** Present for the same reason: limits of the parser come out as they are. */
  @ServerExceptionMapper
  Response beyondLimits(StreamConstraintsException error, UriInfo uri) {
    return appError(JsonErrors.toAppException(error), uri);
  }

  @ServerExceptionMapper
  Response httpError(WebApplicationException error, UriInfo uri) {
    if (error.getCause() instanceof JacksonException json) {
      return json.getCause() instanceof WebApplicationException cause
          ? httpError(cause, uri)
          : appError(JsonErrors.toAppException(json), uri);
    }
    int status = error.getResponse().getStatus();
    if (status < 400) {
      return error.getResponse();
    }
    var response = answer(HttpErrors.problem(status, path(uri)));
    if (status == 415) {
      response.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    } else if (status == 413) {
      response.header("Connection", "close");
    }
    return response.build();
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
    return answer(Problem.of(AppException.of(ErrorCode.INTERNAL, internalText()), path(uri)))
        .build();
  }

  static String internalText() {
    return "Something went wrong in Roadstead; its log has the details under request id '%s'."
        .formatted(RequestId.current());
  }

  private static String path(UriInfo uri) {
    return uri.getRequestUri().getRawPath();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    var response =
        Response.status(problem.status()).type(MediaType.valueOf(PROBLEM_JSON)).entity(problem);
    if (problem.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
    }
    return response;
  }
}
