// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;

/** The rules of the hooks and probes of a container that keeps running. */
final class LifecycleValidation {
  private static final List<String> HOOKS = List.of("postStart", "preStop");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private LifecycleValidation() {}

  static void check(
      String field, ObjectNode container, JsonNode gracePeriod, List<StatusCause> causes) {
    for (String hook : HOOKS) {
      JsonNode handler = container.path("lifecycle").path(hook);
      if (!handler.isMissingNode()) {
        String path = field + ".lifecycle." + hook;
        HandlerValidation.check(path, handler, List.of("exec", "httpGet", "tcpSocket"), causes);
        checkSleep(path + ".sleep", handler.path("sleep"), gracePeriod.asLong(), causes);
      }
    }
    for (String probe : PROBES) {
      Containers.objectAt(container.path(probe))
          .ifPresent(found -> ProbeValidation.check(field, probe, found, causes));
    }
  }

  /** An init container that ends has neither. */
  static void forbid(String field, ObjectNode container, List<StatusCause> causes) {
    for (String name : List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe")) {
      if (container.has(name)) {
        causes.add(
            StatusCause.forbidden(
                field + "." + name,
                "may not be set for init containers without restartPolicy=Always"));
      }
    }
  }

  private static void checkSleep(
      String field, JsonNode sleep, long gracePeriod, List<StatusCause> causes) {
    long seconds = sleep.path("seconds").asLong();
    if (!sleep.isMissingNode() && (seconds < 0 || seconds > gracePeriod)) {
      causes.add(
          StatusCause.invalid(
              field,
              seconds,
              "must be non-negative and less than terminationGracePeriodSeconds ("
                  + gracePeriod
                  + ")"));
    }
  }
}
