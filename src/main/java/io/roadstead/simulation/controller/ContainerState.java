// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The state of a container as in its status. */
sealed interface ContainerState {

  /** Not running yet, or waiting for the back-off to end. */
  record Waiting(String reason, String message) implements ContainerState {}

  /** Running, with its start time. */
  record Running(String startedAt) implements ContainerState {}

  /** Ended. */
  record Terminated(
      int exitCode,
      String reason,
      String message,
      String startedAt,
      String finishedAt,
      String containerId)
      implements ContainerState {}

  /** The state as a node of the pod's status, such as {@code {"running": {…}}}. */
  default ObjectNode toNode() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (this instanceof Waiting waiting) {
      ObjectNode body = node.putObject("waiting").put("reason", waiting.reason());
      if (!waiting.message().isEmpty()) {
        body.put("message", waiting.message());
      }
    } else if (this instanceof Running running) {
      node.putObject("running").put("startedAt", running.startedAt());
    } else if (this instanceof Terminated ended) {
      ObjectNode body = node.putObject("terminated").put("exitCode", ended.exitCode());
      body.put("reason", ended.reason());
      if (!ended.message().isEmpty()) {
        body.put("message", ended.message());
      }
      body.put("startedAt", ended.startedAt()).put("finishedAt", ended.finishedAt());
      body.put("containerID", ended.containerId());
    }
    return node;
  }
}
