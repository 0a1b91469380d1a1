// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.ErrorCode;
import java.util.Map;

/** The words for errors of HTTP itself, which never reach a use case. */
final class HttpErrors {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Invalid request",
          404, "Not found",
          405, "Method not allowed",
          406, "Not acceptable",
          413, "Body too large",
          414, "Address too long",
          415, "Unsupported media type",
          431, "Headers too large");
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400,
              "The request is malformed: its address has a character or an encoding that is not"
                  + " allowed.",
          404, "There is nothing at this address; /q/openapi lists all that there is.",
          405, "This address does not have this method; the header Allow lists those it has.",
          406,
              "Answers are application/json, those of views image/svg+xml and text/vnd.mermaid too; let the header Accept allow one.",
          413, "A body may have at most 1 MiB.",
          414, "The address is too long.",
          415, "A body must be application/json; say so in the header Content-Type.",
          431, "The headers are too large.");

  private HttpErrors() {}

  /** The problem of an HTTP status from 400. */
  static Problem problem(int status, String path) {
    return Problem.ofHttp(
        code(status),
        status,
        TITLES.getOrDefault(status, "Request failed"),
        DETAILS.getOrDefault(status, "The request can't be served."),
        path);
  }

  private static ErrorCode code(int status) {
    if (status == 404) {
      return ErrorCode.NOT_FOUND;
    }
    return status < 500 ? ErrorCode.INVALID_ARGUMENT : ErrorCode.INTERNAL;
  }
}
