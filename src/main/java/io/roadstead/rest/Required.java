// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import org.jspecify.annotations.Nullable;

/** Tells an empty body from a body with nothing set. */
final class Required {
  private Required() {}

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw AppException.invalid("$", null, RestMessages.EMPTY_BODY);
    }
    return body;
  }
}
