// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.roadstead.app.AppException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says in words of the contract what is wrong with a JSON body: the field, the value where it may
 * be shown, and what it must be. Jackson's own messages name classes and quote the body, so none of
 * them gets out.
 */
final class JsonErrors {
  private static final String BODY = "$";

  private JsonErrors() {}

  static AppException toAppException(JacksonException error) {
    if (has(error, StreamConstraintsException.class)) {
      return malformed(
          error,
          "must not be nested deeper than 50 levels, nor have a number of more"
              + " than 100 digits");
    }
    if (error instanceof UnrecognizedPropertyException unknown) {
      return AppException.invalid(
          JsonFields.path(unknown), unknown.getPropertyName(), unknownRule(unknown));
    }
    if (error instanceof InvalidNullException isNull) {
      return AppException.invalid(JsonFields.path(isNull), "null", "must not have null in it");
    }
    if (has(error, InputCoercionException.class)) {
      return AppException.invalid(path(error), "", JsonFields.rule(Integer.class));
    }
    if (error instanceof MismatchedInputException mismatch) {
      return mismatched(mismatch);
    }
    boolean twice = String.valueOf(error.getOriginalMessage()).startsWith("Duplicate field");
    return malformed(
        error, twice ? "must not have the same field twice" : "must be well-formed JSON");
  }

  private static AppException mismatched(MismatchedInputException error) {
    String field = JsonFields.path(error);
    if (field.equals(BODY) && error.getOriginalMessage().startsWith("Trailing token")) {
      return malformed(error, "must be one JSON value with nothing after it");
    }
    return AppException.invalid(
        field, JsonFields.value(error, field), JsonFields.rule(error.getTargetType()));
  }

  private static AppException malformed(JacksonException error, String rule) {
    JsonLocation at = error.getLocation();
    String position =
        at == null ? "body" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return AppException.invalid(BODY, position, rule);
  }

  private static String unknownRule(UnrecognizedPropertyException error) {
    var known = new TreeSet<String>();
    if (error.getKnownPropertyIds() != null) {
      error.getKnownPropertyIds().forEach(id -> known.add(String.valueOf(id)));
    }
    return "is not a known field; known here are " + String.join(", ", known);
  }

  private static String path(JacksonException error) {
    return error instanceof JsonMappingException mapping ? JsonFields.path(mapping) : BODY;
  }

  private static boolean has(Throwable error, Class<? extends Throwable> kind) {
    for (@Nullable Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
