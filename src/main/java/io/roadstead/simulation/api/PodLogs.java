// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The output of containers, from the simulated kubelet. Called on a worker thread. */
@FunctionalInterface
public interface PodLogs {
  /** Logs without any output. */
  PodLogs NONE = (pod, options) -> "";

  /** The output of a container; the options must name a container of the pod. */
  String read(ObjectNode pod, Options options);

  /**
   * Selects the lines of a log.
   *
   * @param previous whether to return the run before the last restart
   * @param tailLines how many of the last lines; null for all
   */
  record Options(
      String container, boolean previous, boolean timestamps, @Nullable Integer tailLines) {}
}
