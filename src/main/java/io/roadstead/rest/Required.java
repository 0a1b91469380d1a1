// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import org.jspecify.annotations.Nullable;

/** Distinguishes an empty body from a body without fields. */
final class Required {
  private Required() {}

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw AppException.invalid("$", null, RestMessages.EMPTY_BODY);
    }
    return body;
  }
}
