// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.controller.ContainerState.Running;
import java.time.Duration;

/** The startup, readiness and liveness probes of one container. */
final class Probes {
  private final ContainerWorker container;
  private final PodWorker pod;
  private final JsonNode spec;
  private final ImageBehavior behavior;

  Probes(ContainerWorker container, PodWorker pod, JsonNode spec, ImageBehavior behavior) {
    this.container = container;
    this.pod = pod;
    this.spec = spec;
    this.behavior = behavior;
  }

  /** Probes one run of the container, from its start to its end. */
  void begin(Running running) {
    JsonNode startup = spec.path("startupProbe");
    if (startup.isMissingNode()) {
      afterStartup(running);
      return;
    }
    pod.after(initialDelay(startup), () -> ifPresent(running, () -> afterStartup(running)));
  }

  private void afterStartup(Running running) {
    JsonNode readiness = spec.path("readinessProbe");
    JsonNode liveness = spec.path("livenessProbe");
    container.probed(true, readiness.isMissingNode());
    if (!readiness.isMissingNode()) {
      int successes = Math.max(1, readiness.path("successThreshold").asInt(1));
      Duration delay = initialDelay(readiness).plus(period(readiness).multipliedBy(successes - 1L));
      pod.after(delay, () -> ifPresent(running, () -> readiness(running, readiness)));
    }
    if (!liveness.isMissingNode() && !behavior.live()) {
      pod.after(initialDelay(liveness), () -> liveness(running, liveness, 1));
    }
  }

  private void readiness(Running running, JsonNode probe) {
    if (behavior.ready()) {
      container.probed(true, true);
      return;
    }
    pod.warning(container, "Unhealthy", "Readiness probe failed: " + failure(probe));
    pod.after(period(probe), () -> ifPresent(running, () -> readiness(running, probe)));
  }

  private void liveness(Running running, JsonNode probe, int failures) {
    if (!container.isPresent(running)) {
      return;
    }
    pod.warning(container, "Unhealthy", "Liveness probe failed: " + failure(probe));
    if (failures < probe.path("failureThreshold").asInt(3)) {
      pod.after(period(probe), () -> liveness(running, probe, failures + 1));
      return;
    }
    pod.normal(
        container,
        "Killing",
        "Container " + container.name() + " failed liveness probe, will be restarted");
    pod.after(pod.delays().stop(), () -> container.end(running, 137, "Error"));
  }

  private void ifPresent(Running running, Runnable step) {
    if (container.isPresent(running)) {
      step.run();
    }
  }

  private static Duration initialDelay(JsonNode probe) {
    return Duration.ofSeconds(probe.path("initialDelaySeconds").asInt());
  }

  private static Duration period(JsonNode probe) {
    return Duration.ofSeconds(Math.max(1, probe.path("periodSeconds").asInt(10)));
  }

  private String failure(JsonNode probe) {
    if (probe.has("httpGet")) {
      return "HTTP probe failed with statuscode: 503";
    }
    if (probe.has("tcpSocket")) {
      String port = probe.path("tcpSocket").path("port").asText();
      return "dial tcp " + pod.ip() + ":" + port + ": connect: connection refused";
    }
    if (probe.has("grpc")) {
      return "service unhealthy (responded with \"NOT_SERVING\")";
    }
    return "command exited with status 1";
  }
}
