// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Paths of fields in a JSON body, as used in violations. */
final class JsonPaths {
  private JsonPaths() {}

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
}
