// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod of an app, as last observed.
 *
 * @param name the pod's name
 * @param ip its IP, or null before it has one
 * @param hostname its own host name
 * @param node the node it runs on, or null before it is scheduled
 * @param zone the node's zone, or null when unknown
 * @param phase its phase
 * @param ready whether it receives traffic
 * @param revision number of the app version that it belongs to, or null when unknown
 * @param createTime when it was created
 * @param containers its containers
 */
public record Pod(
    String name,
    @Nullable String ip,
    String hostname,
    @Nullable String node,
    @Nullable String zone,
    PodPhase phase,
    boolean ready,
    @Nullable Long revision,
    Instant createTime,
    List<ContainerStatus> containers) {
  public Pod {
    containers = List.copyOf(containers);
  }

  /**
   * A container of a pod.
   *
   * @param name the container's name
   * @param image its image as in the spec
   * @param state its state
   * @param reason the Kubernetes reason why it waits or has ended, e.g. {@code CrashLoopBackOff},
   *     or null
   * @param ready whether it passes its readiness probe
   * @param restarts number of restarts
   * @param lastExit its last termination, or null when it has never ended
   */
  public record ContainerStatus(
      String name,
      String image,
      ContainerState state,
      @Nullable String reason,
      boolean ready,
      int restarts,
      @Nullable LastExit lastExit) {}

  /**
   * How a container ended.
   *
   * @param exitCode the exit code
   * @param reason the Kubernetes reason, e.g. {@code OOMKilled}, or null
   * @param message the container's termination message, or null
   * @param finishTime when, or null
   */
  public record LastExit(
      int exitCode,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Instant finishTime) {}
}
