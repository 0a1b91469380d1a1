// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads true and false, and leaves all other values to {@link WrongShapes}. */
final class FlagDeserializer extends StdDeserializer<Boolean> {
  private static final long serialVersionUID = 1L;

  FlagDeserializer() {
    super(Boolean.class);
  }

  @Override
  public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_TRUE) || parser.hasToken(JsonToken.VALUE_FALSE)) {
      return parser.getBooleanValue();
    }
    return (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
  }
}
