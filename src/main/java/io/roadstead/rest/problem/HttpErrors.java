// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.ErrorCode;
import java.util.List;
import java.util.Map;

/** The messages for errors of HTTP itself, which never reach a use case. */
final class HttpErrors {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400,
              "The request is malformed: its address has a character or an encoding that is not"
                  + " allowed.",
          404, "There is nothing at this address. /q/openapi lists the operations.",
          405,
              "The method is not supported at this address. The header Allow lists those that are.",
          406,
              "Answers are application/json; views are also image/svg+xml and text/vnd.mermaid, manifests application/yaml. Name one of these types in the header Accept.",
          413, "A request may have at most 1 MiB.",
          414, "The address is too long.",
          415, "A body must be JSON in UTF-8. Set the header Content-Type to application/json.",
          431, "The headers are too large.");

  private static final String PATCH = " For PATCH, it is %s.";

  private HttpErrors() {}

  /** The problem of an HTTP status from 400. */
  static Problem problem(int status, String path) {
    String detail = DETAILS.getOrDefault(status, "The request can't be served.");
    String patch = status == 415 ? AllowedMethods.acceptPatch(path) : null;
    return Problem.ofHttp(
        code(status), status, patch == null ? detail : detail + PATCH.formatted(patch), path);
  }

  /**
   * The problem of a method that an address does not support.
   *
   * @param allowed the methods that it supports
   */
  static Problem methodNotAllowed(String method, List<String> allowed, String path) {
    List<String> useful =
        allowed.stream().filter(name -> !name.equals("HEAD") && !name.equals("OPTIONS")).toList();
    String detail =
        "%s is not supported at this address. Use %s.".formatted(method, orList(useful));
    return Problem.ofHttp(ErrorCode.METHOD_NOT_ALLOWED, 405, detail, path);
  }

  private static String orList(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
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
