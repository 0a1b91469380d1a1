// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.ErrorCode;
import java.util.Map;

/** The words for errors of HTTP itself, which never reach a use case. */
final class HttpErrors {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400,
              "The request is malformed: its address has a character or an encoding that is not"
                  + " allowed.",
          404, "There is nothing at this address; /q/openapi lists all that there is.",
          405, "This address does not have this method; the header Allow lists those it has.",
          406,
              "Answers are application/json, those of views image/svg+xml and text/vnd.mermaid too; let the header Accept allow one.",
          413, "A request may have at most 1 MiB.",
          414, "The address is too long.",
          415, "A body must be application/json in UTF-8; say so in the header Content-Type.",
          431, "The headers are too large.");

  private HttpErrors() {}

  /** The problem of an HTTP status from 400. */
  static Problem problem(int status, String path) {
    return Problem.ofHttp(
        code(status), status, DETAILS.getOrDefault(status, "The request can't be served."), path);
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413, 414, 431 -> ErrorCode.REQUEST_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? ErrorCode.INVALID_ARGUMENT : ErrorCode.INTERNAL;
    };
  }
}
