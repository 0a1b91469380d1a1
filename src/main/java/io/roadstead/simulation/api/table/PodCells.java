// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The cells of {@code kubectl get pods}, including the one-word status of a pod. */
final class PodCells {
  private PodCells() {}

  static String ready(JsonNode pod) {
    int ready = 0;
    for (JsonNode container : pod.at("/status/containerStatuses")) {
      boolean up = container.path("ready").asBoolean() && container.at("/state").has("running");
      ready += up ? 1 : 0;
    }
    return ready + "/" + pod.at("/spec/containers").size();
  }

  static String restarts(JsonNode pod, Instant now) {
    int restarts = 0;
    String last = "";
    for (JsonNode container : pod.at("/status/containerStatuses")) {
      restarts += container.path("restartCount").asInt();
      String finished = container.at("/lastState/terminated/finishedAt").asText("");
      last = finished.compareTo(last) > 0 ? finished : last;
    }
    boolean dated = restarts > 0 && !last.isEmpty();
    return dated ? restarts + " (" + Ages.since(last, now) + " ago)" : Integer.toString(restarts);
  }

  static String status(JsonNode pod) {
    String reason = pod.at("/status/reason").asText(pod.at("/status/phase").asText());
    String initial = initReason(pod);
    if (!initial.isEmpty()) {
      reason = initial;
    } else {
      reason = containerReason(pod, reason);
    }
    if (pod.path("metadata").has("deletionTimestamp")) {
      boolean lost = pod.at("/status/reason").asText().equals("NodeLost");
      return lost ? "Unknown" : "Terminating";
    }
    return reason;
  }

  private static String initReason(JsonNode pod) {
    JsonNode statuses = pod.at("/status/initContainerStatuses");
    for (int i = 0; i < statuses.size(); i++) {
      JsonNode state = statuses.get(i).path("state");
      JsonNode ended = state.path("terminated");
      if (!ended.isMissingNode() && ended.path("exitCode").asInt() == 0) {
        continue;
      }
      String waiting = state.at("/waiting/reason").asText("");
      if (!ended.isMissingNode()) {
        return "Init:" + endReason(ended);
      }
      if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
        return "Init:" + waiting;
      }
      return "Init:" + i + "/" + pod.at("/spec/initContainers").size();
    }
    return "";
  }

  private static String containerReason(JsonNode pod, String phase) {
    String reason = phase;
    boolean running = false;
    JsonNode statuses = pod.at("/status/containerStatuses");
    for (int i = statuses.size() - 1; i >= 0; i--) {
      JsonNode state = statuses.get(i).path("state");
      String waiting = state.at("/waiting/reason").asText("");
      if (!waiting.isEmpty()) {
        reason = waiting;
      } else if (state.has("terminated")) {
        reason = endReason(state.path("terminated"));
      } else if (statuses.get(i).path("ready").asBoolean() && state.has("running")) {
        running = true;
      }
    }
    // A finished sidecar does not make a pod "Completed" while another container runs.
    return reason.equals("Completed") && running ? runningWord(pod) : reason;
  }

  private static String runningWord(JsonNode pod) {
    for (JsonNode condition : pod.at("/status/conditions")) {
      boolean ready = condition.path("type").asText().equals("Ready");
      if (ready && condition.path("status").asText().equals("True")) {
        return "Running";
      }
    }
    return "NotReady";
  }

  private static String endReason(JsonNode ended) {
    String reason = ended.path("reason").asText("");
    if (!reason.isEmpty()) {
      return reason;
    }
    int signal = ended.path("signal").asInt();
    return signal != 0 ? "Signal:" + signal : "ExitCode:" + ended.path("exitCode").asInt();
  }
}
