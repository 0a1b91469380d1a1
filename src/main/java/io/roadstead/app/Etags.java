// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Etags as requests send them (RFC 9110, sections 8.8.3 and 13.1): {@code *}, one, or several. The
 * ETag of an HTTP response is the app's etag, a dot, and a part that changes with the response;
 * writes compare only the app's etag.
 */
public final class Etags {
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
  private static final Pattern EACH = Pattern.compile(TAG);
  private static final Pattern LIST =
      Pattern.compile("[ \\t,]*" + TAG + "(?:[ \\t]*,[ \\t,]*" + TAG + ")*[ \\t,]*");

  private static final String RULE = "%s; send it with its double quotes as it was read, or *";

  private static final int LONGEST = 100;

  private Etags() {}

  /** The condition as it was sent in a field; INVALID_ARGUMENT when it is malformed. */
  public static @Nullable String checked(String field, @Nullable String condition) {
    if (condition != null
        && !condition.equals(WriteOptions.ANY_ETAG)
        && !LIST.matcher(condition).matches()) {
      // Not as a value, which would get the very quotes that are missing.
      throw AppException.invalid(
          field,
          null,
          RULE.formatted(
              condition.isEmpty()
                  ? "is empty instead of an etag"
                  : shown(condition) + " is not an etag"));
    }
    return condition;
  }

  private static String shown(String condition) {
    return condition
        .replaceAll("\\p{Cntrl}", " ")
        .substring(0, Math.min(LONGEST, condition.length()));
  }

  /** Whether a condition has the app's etag as a weak one. */
  public static boolean matchWeakly(String condition, @Nullable String etag) {
    Matcher each = EACH.matcher(condition);
    while (each.find()) {
      if (each.group().startsWith("W/") && withoutAnswer(opaque(each.group())).equals(etag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition contains the app's etag; a weak etag never matches. */
  public static boolean match(String condition, @Nullable String etag) {
    Matcher each = EACH.matcher(condition);
    while (each.find()) {
      if (withoutAnswer(each.group()).equals(etag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition contains exactly the etag of a response, weak or not. */
  public static boolean matchAnswer(String condition, String etag) {
    if (condition.equals(WriteOptions.ANY_ETAG)) {
      return true;
    }
    Matcher each = EACH.matcher(condition);
    while (each.find()) {
      if (opaque(each.group()).equals(opaque(etag))) {
        return true;
      }
    }
    return false;
  }

  /** The etag of a response that represents an app with this etag. */
  public static String ofAnswer(String etag, String answer) {
    return etag.substring(0, etag.length() - 1) + "." + answer + "\"";
  }

  private static String withoutAnswer(String tag) {
    int dot = tag.indexOf('.');
    return dot < 0 ? tag : tag.substring(0, dot) + "\"";
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
