// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Pod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of a container of a pod.
 *
 * @param name its name
 * @param image its image as in the spec
 * @param role whether it must complete before the others start, or runs with them
 * @param phase its current phase
 * @param reason the Kubernetes reason why it waits or has ended; may be empty
 * @param message the node's message about it; may be empty
 * @param startTime when its current or last run began, or null
 * @param exit its current termination if it has ended; otherwise null
 * @param lastExit the termination of the previous run, or null
 * @param restarts number of restarts
 * @param started whether it passed its startup probe
 * @param ready whether it passes its readiness probe
 * @param readyWithin how long after its start probe failures are ignored
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

  /** The role of a container in its pod's lifecycle. */
  public enum Role {
    /** Must end successfully before the others start. */
    INIT,
    /** Starts before the others and runs with them (an init container that restarts always). */
    SIDECAR,
    /** One of the pod's own containers. */
    MAIN
  }

  /** The phase of a container. */
  public enum Phase {
    WAITING,
    RUNNING,
    TERMINATED
  }
}
