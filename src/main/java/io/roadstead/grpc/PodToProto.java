// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.Pod;
import io.roadstead.v1.ContainerStatus;
import io.roadstead.v1.LastExit;

/** Answers a pod. */
final class PodToProto {
  private PodToProto() {}

  static io.roadstead.v1.Pod toProto(Pod pod) {
    var builder =
        io.roadstead.v1.Pod.newBuilder()
            .setName(pod.name())
            .setHostname(pod.hostname())
            .setPhase(pod.phase())
            .setReady(pod.ready())
            .setRevision(pod.revision())
            .setCreateTime(ProtoFields.time(pod.createTime()));
    ProtoFields.set(pod.ip(), builder::setIp);
    ProtoFields.set(pod.node(), builder::setNode);
    ProtoFields.set(pod.zone(), builder::setZone);
    pod.containers().forEach(container -> builder.addContainers(toProto(container)));
    return builder.build();
  }

  private static ContainerStatus toProto(Pod.ContainerStatus container) {
    var builder =
        ContainerStatus.newBuilder()
            .setName(container.name())
            .setImage(container.image())
            .setState(container.state())
            .setReady(container.ready())
            .setRestarts(container.restarts());
    ProtoFields.set(container.lastExit(), exit -> builder.setLastExit(toProto(exit)));
    return builder.build();
  }

  private static LastExit toProto(Pod.LastExit exit) {
    var builder = LastExit.newBuilder().setExitCode(exit.exitCode());
    ProtoFields.set(exit.reason(), builder::setReason);
    ProtoFields.set(exit.message(), builder::setMessage);
    ProtoFields.setTime(exit.finishTime(), builder::setFinishTime);
    return builder.build();
  }
}
