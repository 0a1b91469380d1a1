// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

/** Checks of numeric fields. */
final class Numbers {
  private static final int MAX_PORT = 65535;

  private Numbers() {}

  /** A field that is not a number can't be decoded: 400 instead of 422. */
  static void checkReadable(ResourceKind kind, JsonNode object, String parent, String field) {
    JsonNode value = object.at("/" + parent.replace('.', '/')).path(field);
    if (!value.isMissingNode() && !value.isInt()) {
      String sent = value.isTextual() ? "string" : "number " + value.asText();
      throw ApiException.badRequest(
          "%s in version \"%s\" cannot be handled as a %s: json: cannot unmarshal %s into Go struct field %sSpec.%s.%s of type int32"
              .formatted(
                  kind.kind(), kind.version(), kind.kind(), sent, kind.kind(), parent, field));
    }
  }

  static void checkNotNegative(String field, JsonNode value, List<StatusCause> causes) {
    if (value.asLong() < 0) {
      causes.add(StatusCause.invalid(field, value.asLong(), "must be greater than or equal to 0"));
    }
  }

  static void checkPort(String field, JsonNode value, List<StatusCause> causes) {
    if (value.asLong() < 1 || value.asLong() > MAX_PORT) {
      causes.add(
          StatusCause.invalid(field, value.asLong(), "must be between 1 and 65535, inclusive"));
    }
  }
}
