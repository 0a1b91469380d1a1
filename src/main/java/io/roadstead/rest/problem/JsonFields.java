// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names a field of a JSON body, its value, and what its value must be. */
final class JsonFields {
  /** Where secrets may be: env values, and what is passed on a command line. */
  private static final Pattern SECRET =
      Pattern.compile(".*\\.(env\\[\\d+]\\.value|args(\\[\\d+])?|command(\\[\\d+])?)");

  private JsonFields() {}

  /** E.g. {@code containers[0].image}; {@code $} for the body itself. */
  static String path(JsonMappingException error) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : error.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "$" : path.toString();
  }

  /** The scalar that was sent, where it is one and is no possible secret. */
  static String value(MismatchedInputException error, String path) {
    if (SECRET.matcher(path).matches()) {
      return "***";
    }
    if (error instanceof InvalidFormatException format) {
      return String.valueOf(format.getValue());
    }
    return "";
  }

  /** What a field of this type must be. */
  static String rule(@Nullable Class<?> type) {
    if (type == null) {
      return "must be of another type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (type == Integer.class) {
      return "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    if (type == Boolean.class) {
      return "must be true or false";
    }
    if (type == String.class) {
      return "must be a string";
    }
    return Collection.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
  }
}
