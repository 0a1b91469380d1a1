// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.roadstead.app.AppException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes why a body is not JSON. Jackson's own messages quote the body, so they are never
 * exposed.
 */
public final class JsonErrors {
  private static final String BODY = "$";

  /**
   * The texts with which Jackson's {@code ParserMinimalBase} and parsers describe an unexpected
   * character.
   */
  private static final Pattern UNEXPECTED =
      Pattern.compile(
          "Unexpected character \\('(?<character>.)'.*"
              + "|Unexpected close marker '(?<close>.)'.*"
              + "|Unrecognized token '(?<token>.).*",
          Pattern.DOTALL);

  private static final Pattern TWICE = Pattern.compile("Duplicate field '(?<name>[^']*)'.*");

  private JsonErrors() {}

  public static AppException toAppException(JacksonException error) {
    StreamConstraintsException limit = cause(error, StreamConstraintsException.class);
    if (limit != null) {
      return body(JsonMessages.beyondLimit(words(limit)));
    }
    if (words(error).startsWith("Trailing token")) {
      return body(JsonMessages.TRAILING);
    }
    return malformed(error);
  }

  private static AppException malformed(JacksonException error) {
    JsonLocation at = error.getLocation();
    String position =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    Matcher twice = TWICE.matcher(words(error));
    if (twice.matches()) {
      return body(JsonMessages.twice(twice.group("name"), position));
    }
    if (cause(error, JsonEOFException.class) != null) {
      return body(JsonMessages.unfinished(position));
    }
    Matcher unexpected = UNEXPECTED.matcher(words(error));
    return body(
        unexpected.matches()
            ? JsonMessages.unexpected(character(unexpected), position)
            : JsonMessages.malformed(position));
  }

  /** One character may be shown; more could be a part of a secret. */
  private static String character(Matcher unexpected) {
    for (String group : List.of("character", "close", "token")) {
      String found = unexpected.group(group);
      if (found != null) {
        return found;
      }
    }
    return "";
  }

  private static AppException body(String rule) {
    return AppException.invalid(BODY, null, rule);
  }

  private static String words(JacksonException error) {
    return String.valueOf(error.getOriginalMessage());
  }

  private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> kind) {
    for (@Nullable Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
    }
    return null;
  }
}
