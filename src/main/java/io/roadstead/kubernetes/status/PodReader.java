// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;

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
        pod.meta().deleting() ? "Terminating" : pod.phase(),
        pod.ready(),
        revision(app, pod),
        pod.meta().createTime(),
        pod.containers().stream().map(PodReader::container).toList());
  }

  private static long revision(ObservedApp app, PodRecord pod) {
    return app.replicaSets().stream()
        .filter(set -> set.meta().uid().equals(pod.owner()))
        .mapToLong(ReplicaSetRecord::revision)
        .findFirst()
        .orElse(0);
  }

  private static Pod.ContainerStatus container(ContainerRecord container) {
    return new Pod.ContainerStatus(
        container.name(),
        container.image(),
        state(container),
        container.ready(),
        container.restarts(),
        container.exit() != null ? container.exit() : container.lastExit());
  }

  /** What a container does, with Kubernetes' reason where it gives one. */
  public static String state(ContainerRecord container) {
    String phase =
        switch (container.phase()) {
          case WAITING -> "Waiting";
          case RUNNING -> "Running";
          case TERMINATED -> "Terminated";
        };
    return container.reason().isEmpty() ? phase : phase + ": " + container.reason();
  }
}
