// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.system.BalancerStep;
import java.util.HashMap;
import java.util.Map;

/** Records the events of load balancer controllers, each under its own name. */
final class BalancerEvents {
  private final Workbench bench;
  private final Map<String, EventRecorder> recorders = new HashMap<>();

  BalancerEvents(Workbench bench) {
    this.bench = bench;
  }

  void record(BalancerStep step, JsonNode service, BalancerTexts texts) {
    if (step.event().isEmpty()) {
      return;
    }
    EventRecorder recorder = recorders.computeIfAbsent(step.source(), bench::events);
    String message = texts.fill(step.message());
    if (step.warning()) {
      recorder.warning(service, step.event(), message);
      return;
    }
    recorder.normal(service, step.event(), message);
  }
}
