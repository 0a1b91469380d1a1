// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.App;
import io.roadstead.app.Pod;
import io.roadstead.v1.ContainerState;
import io.roadstead.v1.ContainerStatus;
import io.roadstead.v1.LastExit;
import io.roadstead.v1.ListPodsResponse;
import io.roadstead.v1.PodPhase;

/** Maps pods to messages. */
public final class PodToProto {
  private PodToProto() {}

  public static ListPodsResponse toProto(App.PodPage page) {
    var builder = ListPodsResponse.newBuilder();
    page.pods().forEach(pod -> builder.addPods(toProto(pod)));
    Fields.set(page.nextPageToken(), builder::setNextPageToken);
    builder.setAsOf(Fields.time(page.freshness().asOf())).setStale(page.freshness().stale());
    return builder.build();
  }

  static io.roadstead.v1.Pod toProto(Pod pod) {
    var builder =
        io.roadstead.v1.Pod.newBuilder()
            .setName(pod.name())
            .setHostname(pod.hostname())
            .setPhase(toProto(pod.phase()))
            .setReady(pod.ready())
            .setCreateTime(Fields.time(pod.createTime()));
    Fields.set(pod.revision(), builder::setRevision);
    Fields.set(pod.ip(), builder::setIp);
    Fields.set(pod.node(), builder::setNode);
    Fields.set(pod.zone(), builder::setZone);
    pod.containers().forEach(container -> builder.addContainers(toProto(container)));
    return builder.build();
  }

  private static ContainerStatus toProto(Pod.ContainerStatus container) {
    var builder =
        ContainerStatus.newBuilder()
            .setName(container.name())
            .setImage(container.image())
            .setState(toProto(container.state()))
            .setReady(container.ready())
            .setRestarts(container.restarts());
    Fields.set(container.reason(), builder::setReason);
    Fields.set(container.lastExit(), exit -> builder.setLastExit(toProto(exit)));
    return builder.build();
  }

  static ContainerState toProto(io.roadstead.app.ContainerState state) {
    return ContainerState.valueOf("CONTAINER_STATE_" + state.name());
  }

  static PodPhase toProto(io.roadstead.app.PodPhase phase) {
    return PodPhase.valueOf("POD_PHASE_" + phase.name());
  }

  private static LastExit toProto(Pod.LastExit exit) {
    var builder = LastExit.newBuilder().setExitCode(exit.exitCode());
    Fields.set(exit.reason(), builder::setReason);
    Fields.set(exit.message(), builder::setMessage);
    Fields.setTime(exit.finishTime(), builder::setFinishTime);
    return builder.build();
  }
}
