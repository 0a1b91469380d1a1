// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import io.roadstead.app.Etags;
import org.jspecify.annotations.Nullable;

/** The conditions of a write in HTTP headers (RFC 9110, section 13.1). */
final class Preconditions {
  private static final String ANY = "*";

  private Preconditions() {}

  /** The etags one of which the app must have, {@code *} for any, or null. */
  static @Nullable String etag(@Nullable String ifMatch) {
    return Etags.checked("If-Match", ifMatch);
  }

  /** Whether the app must not exist yet. */
  static boolean createOnly(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (!ifNoneMatch.equals(ANY)) {
      throw AppException.invalid("If-None-Match", ifNoneMatch, RestMessages.IF_NONE_MATCH);
    }
    return true;
  }

  /** For writes on an app that must exist already. */
  static void refuse(@Nullable String ifNoneMatch) {
    if (ifNoneMatch != null) {
      throw AppException.invalid("If-None-Match", ifNoneMatch, RestMessages.NO_CREATION);
    }
  }
}
