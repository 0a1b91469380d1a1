// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.roadstead.app.AppException;
import io.roadstead.app.SentValue;
import io.roadstead.app.SentValue.Kind;
import io.roadstead.app.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is wrong with a JSON body in terms of the contract: the field, the value if it may
 * be shown, and what to send. Jackson's own messages name classes and quote the body, so they are
 * never exposed.
 */
final class JsonErrors {
  private static final String BODY = "$";

  /** Fields that may contain secrets: env values, commands and arguments. */
  private static final Pattern SECRET =
      Pattern.compile(".*\\.(env\\[\\d+]\\.value|args(\\[\\d+])?|command(\\[\\d+])?)");

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

  static AppException toAppException(JacksonException error) {
    StreamConstraintsException limit = cause(error, StreamConstraintsException.class);
    if (limit != null) {
      return body(JsonMessages.beyondLimit(words(limit)));
    }
    if (error instanceof UnrecognizedPropertyException unknown) {
      return AppException.invalid(
          JsonPaths.path(unknown), null, JsonMessages.unknown(KnownFields.of(unknown)));
    }
    if (error instanceof InvalidNullException isNull) {
      return AppException.invalid(JsonPaths.path(isNull), null, JsonMessages.NULL_ELEMENT);
    }
    if (error instanceof MismatchedInputException mismatch) {
      return mismatched(mismatch);
    }
    if (error instanceof JsonMappingException mapping
        && cause(error, InputCoercionException.class) != null) {
      return wrong(JsonPaths.path(mapping), SentValue.hidden(Kind.NUMBER), Integer.class);
    }
    return malformed(error);
  }

  private static AppException mismatched(MismatchedInputException error) {
    String field = JsonPaths.path(error);
    if (field.equals(BODY) && words(error).startsWith("Trailing token")) {
      return body(JsonMessages.TRAILING);
    }
    SentValue value =
        error instanceof InvalidFormatException format
            ? sent(format.getValue())
            : SentValue.NOTHING;
    return wrong(field, value, error.getTargetType());
  }

  private static SentValue sent(@Nullable Object value) {
    return value instanceof SentValue sent ? sent : SentValue.of(value);
  }

  private static AppException wrong(String field, SentValue value, @Nullable Class<?> type) {
    boolean secret = field.equals(BODY) || SECRET.matcher(field).matches();
    SentValue shown = secret ? SentValue.hidden(value.kind()) : value;
    if (type != null && type.isEnum()) {
      return AppException.invalid(
          List.of(new Violation(field, shown, JsonMessages.choice(value.kind()), choices(type))));
    }
    return AppException.invalid(
        List.of(new Violation(field, shown, JsonMessages.wrongType(field, value, type))));
  }

  private static List<Enum<?>> choices(Class<?> type) {
    return List.of((Enum<?>[]) type.getEnumConstants());
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
