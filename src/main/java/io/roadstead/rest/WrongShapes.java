// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.roadstead.app.SentValue;
import io.roadstead.app.SentValue.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps the sent value in the error, while the parser still has it. */
final class WrongShapes extends DeserializationProblemHandler {
  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      @Nullable JsonToken token,
      JsonParser parser,
      @Nullable String message)
      throws IOException {
    return token == null ? NOT_HANDLED : wrong(type.getRawClass(), token, parser);
  }

  /** A scalar where an object is expected. */
  @Override
  public Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      @Nullable ValueInstantiator instantiator,
      JsonParser parser,
      @Nullable String message)
      throws IOException {
    JsonToken token = parser.currentToken();
    return token == null ? NOT_HANDLED : wrong(type, token, parser);
  }

  private static Object wrong(Class<?> type, JsonToken token, JsonParser parser)
      throws IOException {
    SentValue value =
        switch (token) {
          case START_OBJECT, FIELD_NAME, END_OBJECT -> SentValue.hidden(Kind.OBJECT);
          case START_ARRAY, END_ARRAY -> SentValue.hidden(Kind.LIST);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new SentValue(Kind.NUMBER, parser.getText());
          case VALUE_TRUE, VALUE_FALSE -> new SentValue(Kind.BOOLEAN, parser.getText());
          case VALUE_NULL -> SentValue.hidden(Kind.NULL);
          case VALUE_STRING -> new SentValue(Kind.TEXT, parser.getText());
          case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> SentValue.NOTHING;
        };
    throw InvalidFormatException.from(parser, "wrong type", value, type);
  }
}
