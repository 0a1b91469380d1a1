// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.AppStatus;
import io.roadstead.app.Rollout;
import io.roadstead.app.StatusReason;
import io.roadstead.v1.AppState;
import io.roadstead.v1.Evidence;
import io.roadstead.v1.Reason;
import io.roadstead.v1.RolloutStep;
import io.roadstead.v1.Severity;

/** Maps the status of apps to messages. */
public final class StatusToProto {
  private StatusToProto() {}

  public static io.roadstead.v1.AppStatus toProto(AppStatus status) {
    var builder =
        io.roadstead.v1.AppStatus.newBuilder()
            .setName(status.name().toString())
            .setState(AppState.valueOf("APP_STATE_" + status.state().name()))
            .setGeneration(status.generation())
            .setObservedGeneration(status.observedGeneration())
            .setDesiredReplicas(status.desiredReplicas())
            .setUpdatedReplicas(status.updatedReplicas())
            .setReadyReplicas(status.readyReplicas())
            .setAvailableReplicas(status.availableReplicas())
            .setRollout(toProto(status.rollout()))
            .setExposure(ExposureToProto.toProto(status.exposure()))
            .setAsOf(Fields.time(status.freshness().asOf()))
            .setStale(status.freshness().stale())
            .setEtag(status.etag());
    Fields.set(status.replicasBeforeStop(), builder::setReplicasBeforeStop);
    status.reasons().forEach(reason -> builder.addReasons(toProto(reason)));
    status.pods().forEach(pod -> builder.addPods(PodToProto.toProto(pod)));
    return builder.build();
  }

  private static io.roadstead.v1.StatusReason toProto(StatusReason found) {
    var builder =
        io.roadstead.v1.StatusReason.newBuilder()
            .setReason(Reason.valueOf("REASON_" + found.reason().name()))
            .setSeverity(Severity.valueOf("SEVERITY_" + found.reason().severity().name()))
            .setTerminal(found.reason().terminal())
            .setMessage(found.message())
            .setObject(found.object())
            .setAffectedPods(found.affectedPods())
            .setEvidence(toProto(found.evidence()));
    Fields.setTime(found.since(), builder::setSince);
    return builder.build();
  }

  private static Evidence toProto(StatusReason.Evidence evidence) {
    var builder = Evidence.newBuilder();
    Fields.set(evidence.event(), builder::setEvent);
    Fields.set(evidence.exitCode(), builder::setExitCode);
    Fields.set(evidence.logTail(), builder::setLogTail);
    return builder.build();
  }

  private static io.roadstead.v1.Rollout toProto(Rollout rollout) {
    var builder = io.roadstead.v1.Rollout.newBuilder().setComplete(rollout.complete());
    rollout.steps().forEach(step -> builder.addSteps(toProto(step)));
    return builder.build();
  }

  private static RolloutStep toProto(Rollout.Step step) {
    return RolloutStep.newBuilder()
        .setRevision(step.revision())
        .setReplicaSet(step.replicaSet())
        .setLatest(step.latest())
        .addAllImages(step.images())
        .setDesiredReplicas(step.desiredReplicas())
        .setReadyReplicas(step.readyReplicas())
        .build();
  }
}
