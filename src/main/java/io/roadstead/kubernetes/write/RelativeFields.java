// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.Violation;
import java.util.List;

/** Field paths relative to the part of a spec that was sent on its own. */
final class RelativeFields {
  private RelativeFields() {}

  static AppException below(String prefix, AppException error) {
    ErrorDetails details = error.details();
    if (details.violations().stream().noneMatch(v -> v.field().startsWith(prefix))) {
      return error;
    }
    List<Violation> violations =
        details.violations().stream().map(violation -> relative(prefix, violation)).toList();
    AppException relative = AppException.invalid(violations);
    return new AppException(
        error.code(),
        String.valueOf(relative.getMessage()),
        new ErrorDetails(violations, details.conflicts(), details.objects(), details.retryAfter()),
        error);
  }

  private static Violation relative(String prefix, Violation violation) {
    return violation.field().startsWith(prefix)
        ? new Violation(
            violation.field().substring(prefix.length()),
            violation.value(),
            violation.rule(),
            violation.choices())
        : violation;
  }
}
