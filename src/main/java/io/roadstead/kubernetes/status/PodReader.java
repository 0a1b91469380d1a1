// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.ContainerState;
import io.roadstead.app.Pod;
import io.roadstead.app.PodPhase;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import org.jspecify.annotations.Nullable;

/** Reads a pod as callers see it. */
public final class PodReader {
  private PodReader() {}

  /** One of the app's pods. */
  public static Pod read(ObservedApp app, PodRecord pod) {
    NodeRecord node = pod.node() == null ? null : app.nodes().get(pod.node());
    return new Pod(
        pod.meta().name(),
        pod.ip(),
        pod.hostname(),
        pod.node(),
        node == null ? null : node.zone(),
        phase(pod),
        pod.ready(),
        revision(app, pod),
        pod.meta().createTime(),
        pod.containers().stream().map(PodReader::container).toList());
  }

  /** The phase of a pod. */
  public static PodPhase phase(PodRecord pod) {
    return pod.meta().deleting() ? PodPhase.TERMINATING : PodPhase.of(pod.phase());
  }

  /** Number of the app version that a pod belongs to, or null when unknown. */
  public static @Nullable Long revision(ObservedApp app, PodRecord pod) {
    return app.replicaSets().stream()
        .filter(set -> set.meta().uid().equals(pod.owner()))
        .findFirst()
        .map(ReplicaSetRecord::knownRevision)
        .orElse(null);
  }

  private static Pod.ContainerStatus container(ContainerRecord container) {
    return new Pod.ContainerStatus(
        container.name(),
        container.image(),
        state(container),
        reason(container),
        container.ready(),
        container.restarts(),
        lastExit(container));
  }

  /** The state of a container. */
  public static ContainerState state(ContainerRecord container) {
    return switch (container.phase()) {
      case WAITING -> ContainerState.WAITING;
      case RUNNING -> ContainerState.RUNNING;
      case TERMINATED -> ContainerState.TERMINATED;
    };
  }

  /** The Kubernetes reason why a container waits or has ended, or null. */
  public static @Nullable String reason(ContainerRecord container) {
    return container.reason().isEmpty() ? null : container.reason();
  }

  /** The last termination of a container, or null when it has never ended. */
  public static Pod.@Nullable LastExit lastExit(ContainerRecord container) {
    return container.exit() != null ? container.exit() : container.lastExit();
  }
}
