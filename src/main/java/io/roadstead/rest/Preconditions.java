// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of a write in HTTP's words (RFC 9110, section 13.1). */
final class Preconditions {
  private static final String ANY = "*";
  private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  private Preconditions() {}

  /** The etag that the app must have, {@code *} for any, or null. */
  static @Nullable String etag(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals(ANY)) {
      return ifMatch;
    }
    if (ifMatch.startsWith("W/")) {
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          "A weak etag (%s) never matches: send the app's etag as it was read.".formatted(ifMatch));
    }
    if (!STRONG.matcher(ifMatch).matches()) {
      throw AppException.invalid(
          "If-Match", ifMatch, "must be * or one etag as it was read, with its quotes");
    }
    return ifMatch;
  }

  /** Whether the app must not exist yet. */
  static boolean createOnly(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (!ifNoneMatch.equals(ANY)) {
      throw AppException.invalid("If-None-Match", ifNoneMatch, "must be *, for create only");
    }
    return true;
  }

  /** For writes on an app that must exist already. */
  static void refuse(@Nullable String ifNoneMatch) {
    if (ifNoneMatch != null) {
      throw AppException.invalid(
          "If-None-Match", ifNoneMatch, "must be left out: only a deploy can create an app");
    }
  }
}
