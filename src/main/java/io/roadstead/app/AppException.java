// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only exception that crosses rooms. Its message is for the caller: it says what is wrong, with
 * the value, and what to do; it never contains a secret, a token or an env value.
 */
public final class AppException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient ErrorDetails details;

  public AppException(
      ErrorCode code, String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.details = details;
  }

  public static AppException of(ErrorCode code, String message) {
    return new AppException(code, message, ErrorDetails.NONE, null);
  }

  public static AppException of(ErrorCode code, String message, Throwable cause) {
    return new AppException(code, message, ErrorDetails.NONE, cause);
  }

  public static AppException invalid(List<Violation> violations) {
    return new AppException(
        ErrorCode.INVALID_ARGUMENT,
        Violation.message(violations),
        new ErrorDetails(violations, List.of(), List.of(), null),
        null);
  }

  /** One broken rule; the value is a scalar, or null for none. */
  public static AppException invalid(String field, @Nullable Object value, String rule) {
    return invalid(List.of(new Violation(field, SentValue.of(value), rule)));
  }

  public static AppException notFound(AppName name) {
    return of(ErrorCode.NOT_FOUND, Messages.notFound(name));
  }

  public static AppException unavailable(String message, @Nullable Duration retryAfter) {
    return new AppException(
        ErrorCode.CLUSTER_UNAVAILABLE,
        message,
        new ErrorDetails(List.of(), List.of(), List.of(), retryAfter),
        null);
  }

  /** This service has no free worker for the request. */
  public static AppException overloaded() {
    return new AppException(
        ErrorCode.RATE_LIMITED,
        Messages.OVERLOADED,
        new ErrorDetails(List.of(), List.of(), List.of(), Duration.ofSeconds(1)),
        null);
  }

  /** The request is larger than the limit. */
  public static AppException tooLarge() {
    return of(ErrorCode.REQUEST_TOO_LARGE, "A request may have at most 1 MiB.");
  }

  public ErrorCode code() {
    return code;
  }

  public ErrorDetails details() {
    return details;
  }
}
