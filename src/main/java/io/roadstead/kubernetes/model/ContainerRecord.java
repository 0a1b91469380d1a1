// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Pod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a container of a pod.
 *
 * @param name its name
 * @param image its image as the spec has it
 * @param role whether it must end before the others start, or runs with them
 * @param phase what it currently does
 * @param reason Kubernetes' word for why it waits or ended; may be empty
 * @param message the node's words about it; may be empty
 * @param startTime when its current or last run began, or null
 * @param exit its current end when terminated, else null
 * @param lastExit the end of the run before, or null
 * @param restarts how often it was started again
 * @param started whether it passed its startup probe
 * @param ready whether it passes its readiness probe
 * @param readyWithin how long after its start its probes may fail before that means anything
 */
public record ContainerRecord(
    String name,
    String image,
    Role role,
    Phase phase,
    String reason,
    String message,
    @Nullable Instant startTime,
    Pod.@Nullable LastExit exit,
    Pod.@Nullable LastExit lastExit,
    int restarts,
    boolean started,
    boolean ready,
    Duration readyWithin) {

  /** The place of a container in its pod's life. */
  public enum Role {
    /** Must end with success before the others start. */
    INIT,
    /** Starts before the others and runs with them (an init container that restarts always). */
    SIDECAR,
    /** One of the pod's own containers. */
    MAIN
  }

  /** What a container does. */
  public enum Phase {
    WAITING,
    RUNNING,
    TERMINATED
  }
}
