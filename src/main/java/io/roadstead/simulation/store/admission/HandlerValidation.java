// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of what a probe or a hook does. */
final class HandlerValidation {
  private static final Set<String> SCHEMES = Set.of("HTTP", "HTTPS");

  private HandlerValidation() {}

  /** Checks that there is exactly one handler, and its fields. */
  static void check(
      String field, JsonNode action, List<String> handlers, List<StatusCause> causes) {
    int found = 0;
    for (String handler : handlers) {
      if (!action.has(handler)) {
        continue;
      }
      String path = field + "." + handler;
      if (found++ > 0) {
        causes.add(StatusCause.forbidden(path, "may not specify more than 1 handler type"));
      } else {
        checkHandler(path, handler, action.path(handler), causes);
      }
    }
    if (action.has("sleep") && found++ > 0) {
      String path = field + ".sleep";
      causes.add(StatusCause.forbidden(path, "may not specify more than 1 handler type"));
    }
    if (found == 0) {
      causes.add(StatusCause.required(field, "must specify a handler type"));
    }
  }

  private static void checkHandler(
      String path, String handler, JsonNode action, List<StatusCause> causes) {
    if (handler.equals("exec")) {
      if (action.path("command").isEmpty()) {
        causes.add(StatusCause.required(path + ".command", ""));
      }
      return;
    }
    JsonNode port = action.path("port");
    if (port.isTextual()) {
      PortNames.check(path + ".port", port.asText(), causes);
    } else {
      Numbers.checkPort(path + ".port", port, causes);
    }
    String scheme = action.path("scheme").asText("HTTP");
    if (!SCHEMES.contains(scheme)) {
      causes.add(StatusCause.unsupported(path + ".scheme", scheme, "\"HTTP\", \"HTTPS\""));
    }
  }
}
