// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a request: it is delayed, refused, or its connection is dropped.
 *
 * @param refusal the response instead of the real one; null for the real one
 * @param retryAfter the header with this name; null for none
 */
public record Fault(
    Duration delay,
    @Nullable ApiException refusal,
    @Nullable Duration retryAfter,
    boolean dropsConnection) {

  /** A response with this status code instead of the real one. */
  public static Fault status(int code) {
    ApiException refusal =
        switch (code) {
          case 401 -> ApiException.of(401, "Unauthorized", "Unauthorized");
          case 403 ->
              ApiException.of(
                  403, "Forbidden", "forbidden: the simulated cluster was told to refuse");
          case 429 ->
              ApiException.of(429, "TooManyRequests", "too many requests, please try again later");
          case 503 ->
              ApiException.of(
                  503,
                  "ServiceUnavailable",
                  "the server is currently unable to handle the request");
          case 504 -> ApiException.of(504, "Timeout", "Timeout: request did not complete in time");
          default -> ApiException.of(code, "InternalError", "an error on the server (simulated)");
        };
    return new Fault(Duration.ZERO, refusal, null, false);
  }

  /** The real response, but delayed. */
  public static Fault delay(Duration delay) {
    return new Fault(delay, null, null, false);
  }

  /** No response: the connection is closed. */
  public static Fault drop() {
    return new Fault(Duration.ZERO, null, null, true);
  }

  /** The same with a {@code Retry-After} header. */
  public Fault retryAfter(Duration wait) {
    return new Fault(delay, refusal, wait, dropsConnection);
  }
}
