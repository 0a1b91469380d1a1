// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What containers printed, as the simulated kubelet has it. Called on a worker thread. */
@FunctionalInterface
public interface PodLogs {
  /** No container ever prints anything. */
  PodLogs NONE = (pod, options) -> "";

  /** The text a container printed, with the options already naming a container of the pod. */
  String read(ObjectNode pod, Options options);

  /**
   * Which lines are wanted.
   *
   * @param previous whether the run before the last restart is meant
   * @param tailLines how many of the last lines; null for all
   */
  record Options(
      String container, boolean previous, boolean timestamps, @Nullable Integer tailLines) {}
}
