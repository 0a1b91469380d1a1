// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.StatusCause;
import io.roadstead.simulation.store.fields.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drops unknown fields from what was sent, with a warning for each, or refuses them: as the
 * parameter {@code fieldValidation} asks.
 */
final class FieldValidation {
  private static final String SUPPORTED = "\"\", \"Ignore\", \"Strict\", \"Warn\"";
  private static final Set<String> MODES = Set.of("", "Ignore", "Strict", "Warn");

  private FieldValidation() {}

  /** Checks the parameter itself. */
  static void checkMode(ApiRequest request, String optionsKind) {
    String mode = request.parameter("fieldValidation");
    if (!MODES.contains(mode)) {
      throw ApiException.invalidOptions(
          optionsKind, StatusCause.unsupported("fieldValidation", mode, SUPPORTED));
    }
  }

  /** Checks the body of a request. */
  static ObjectNode body(ApiRequest request, ResourceKind kind, ObjectNode sent) {
    List<String> unknown = UnknownFields.remove(kind, sent);
    if (isStrict(request) && !unknown.isEmpty()) {
      throw ApiException.badRequest(
          "%s in version \"%s\" cannot be handled as a %s: %s"
              .formatted(kind.kind(), kind.version(), kind.kind(), refusal(unknown)));
    }
    warn(request, unknown);
    return sent;
  }

  /** Checks the result of a patch. */
  static ObjectNode patched(ApiRequest request, ResourceKind kind, ObjectNode result) {
    List<String> unknown = UnknownFields.remove(kind, result);
    if (isStrict(request) && !unknown.isEmpty()) {
      String patch = new String(request.body(), StandardCharsets.UTF_8);
      StatusCause cause = StatusCause.invalid("patch", patch, refusal(unknown));
      throw ApiException.of(422, "Invalid", " \"\" is invalid: " + cause.line())
          .withCauses(List.of(cause));
    }
    warn(request, unknown);
    return result;
  }

  private static boolean isStrict(ApiRequest request) {
    return request.parameter("fieldValidation").equals("Strict");
  }

  private static void warn(ApiRequest request, List<String> unknown) {
    if (!request.parameter("fieldValidation").equals("Ignore")) {
      unknown.forEach(field -> request.warnings().add(quoted(field)));
    }
  }

  private static String refusal(List<String> unknown) {
    return unknown.stream()
        .map(FieldValidation::quoted)
        .collect(Collectors.joining(", ", "strict decoding error: ", ""));
  }

  private static String quoted(String field) {
    return "unknown field \"" + field + "\"";
  }
}
