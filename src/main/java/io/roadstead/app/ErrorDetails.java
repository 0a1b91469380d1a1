// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable part of an error.
 *
 * @param violations broken rules of the request, for {@link ErrorCode#INVALID_ARGUMENT}
 * @param conflicts who owns which field, for {@link ErrorCode#FIELD_CONFLICT}
 * @param objects result per object when a write of several objects stopped partway
 * @param retryAfter how long to wait before a retry, or null when unknown
 */
public record ErrorDetails(
    List<Violation> violations,
    List<FieldConflict> conflicts,
    List<ObjectResult> objects,
    @Nullable Duration retryAfter) {

  public static final ErrorDetails NONE = new ErrorDetails(List.of(), List.of(), List.of(), null);

  public ErrorDetails {
    violations = List.copyOf(violations);
    conflicts = List.copyOf(conflicts);
    objects = List.copyOf(objects);
  }

  public ErrorDetails withObjects(List<ObjectResult> results) {
    return new ErrorDetails(violations, conflicts, results, retryAfter);
  }
}
