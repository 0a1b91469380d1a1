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

  static void check(String container, String probe, ObjectNode found, List<StatusCause> causes) {
    String field = container + "." + probe;
    HandlerValidation.check(field, found, HANDLERS, causes);
    COUNTS.forEach(
        count -> Numbers.checkNotNegative(field + "." + count, found.path(count), causes));
    JsonNode grace = found.path("terminationGracePeriodSeconds");
    String gracePath = field + ".terminationGracePeriodSeconds";
    if (!grace.isMissingNode() && grace.asLong() <= 0) {
      causes.add(StatusCause.invalid(gracePath, grace.asLong(), "must be greater than 0"));
    }
    if (probe.equals("readinessProbe")) {
      if (!grace.isMissingNode()) {
        String rule = "must not be set for readinessProbes";
        causes.add(StatusCause.invalid(gracePath, grace.asLong(), rule));
      }
    } else if (found.path("successThreshold").asInt(1) != 1) {
      int sent = found.path("successThreshold").asInt();
      causes.add(StatusCause.invalid(field + ".successThreshold", sent, "must be 1"));
    }
  }
}
