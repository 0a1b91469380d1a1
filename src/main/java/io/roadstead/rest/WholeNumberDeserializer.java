// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers, and leaves all other values to {@link WrongShapes}. */
final class WholeNumberDeserializer extends StdDeserializer<Integer> {
  private static final long serialVersionUID = 1L;

  WholeNumberDeserializer() {
    super(Integer.class);
  }

  @Override
  public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      return parser.getIntValue();
    }
    return (Integer) context.handleUnexpectedToken(Integer.class, parser);
  }
}
