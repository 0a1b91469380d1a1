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
      throw AppException.of(ErrorCode.ETAG_MISMATCH, RestMessages.weakEtag(ifMatch));
    }
    if (!STRONG.matcher(ifMatch).matches()) {
      throw AppException.invalid("If-Match", ifMatch, RestMessages.IF_MATCH);
    }
    return ifMatch;
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
