// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod of an app, as last seen.
 *
 * @param name the pod's name
 * @param ip its IP, or null before it has one
 * @param hostname the host name that it sees itself under
 * @param node the node it runs on, or null before it is scheduled
 * @param zone the node's zone, or null when the cluster does not say
 * @param phase where it is in its life
 * @param ready whether it gets traffic
 * @param revision number of the app's version that it is of, or null when that is unknown
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
   * @param image its image as the spec has it
   * @param state what it does
   * @param reason Kubernetes' word for why it waits or has ended, e.g. {@code CrashLoopBackOff}, or
   *     null
   * @param ready whether it passes its readiness probe
   * @param restarts how often it was started again
   * @param lastExit its last end, or null when it has never ended
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
   * @param reason Kubernetes' word for it, e.g. {@code OOMKilled}, or null
   * @param message the container's last words, or null
   * @param finishTime when, or null
   */
  public record LastExit(
      int exitCode,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Instant finishTime) {}
}
