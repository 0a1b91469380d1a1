// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

/** The rules of probes. */
final class ProbeValidation {
  private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> COUNTS =
      List.of(
          "initialDelaySeconds",
          "timeoutSeconds",
          "periodSeconds",
          "successThreshold",
          "failureThreshold");

  private ProbeValidation() {}

  static void check(String field, ObjectNode probe, List<StatusCause> causes) {
    if (HANDLERS.stream().noneMatch(probe::has)) {
      causes.add(StatusCause.required(field, "must specify a handler type"));
    }
    for (String handler : List.of("httpGet", "tcpSocket", "grpc")) {
      JsonNode port = probe.path(handler).path("port");
      String path = field + "." + handler + ".port";
      if (port.isTextual()) {
        PortNames.check(path, port.asText(), causes);
      } else if (probe.has(handler)) {
        Numbers.checkPort(path, port, causes);
      }
    }
    COUNTS.forEach(
        count -> Numbers.checkNotNegative(field + "." + count, probe.path(count), causes));
  }
}
