// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import java.time.Duration;
import java.util.List;

/** The error of a service that has no worker left for a request. */
final class Overload {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private Overload() {}

  static AppException error() {
    return new AppException(
        ErrorCode.RATE_LIMITED,
        "Roadstead is busy with other requests; try again in a moment.",
        new ErrorDetails(List.of(), List.of(), List.of(), RETRY_AFTER),
        null);
  }
}
