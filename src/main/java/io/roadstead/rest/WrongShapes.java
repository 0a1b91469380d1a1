// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps what was sent in the error, while the parser still has it. */
final class WrongShapes extends DeserializationProblemHandler {
  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      @Nullable JsonToken token,
      JsonParser parser,
      @Nullable String message)
      throws IOException {
    if (token == null) {
      return NOT_HANDLED;
    }
    String value =
        switch (token) {
          case START_OBJECT -> "{…}";
          case START_ARRAY -> "[…]";
          default -> parser.getText();
        };
    throw InvalidFormatException.from(parser, "wrong type", value, type.getRawClass());
  }
}
