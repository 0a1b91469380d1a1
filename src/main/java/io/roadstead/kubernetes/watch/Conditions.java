// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads conditions, of which each kind has a type of its own in the client's model. */
final class Conditions {
  private Conditions() {}

  static List<Condition> ofDeployment(@Nullable DeploymentStatus status) {
    return status == null
        ? List.of()
        : Fields.orEmpty(status.getConditions()).stream()
            .map(
                c ->
                    of(
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        c.getLastTransitionTime()))
            .toList();
  }

  static List<Condition> ofReplicaSet(@Nullable ReplicaSetStatus status) {
    return status == null
        ? List.of()
        : Fields.orEmpty(status.getConditions()).stream()
            .map(
                c ->
                    of(
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        c.getLastTransitionTime()))
            .toList();
  }

  static List<Condition> ofPod(@Nullable PodStatus status) {
    return status == null
        ? List.of()
        : Fields.orEmpty(status.getConditions()).stream()
            .map(
                c ->
                    of(
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        c.getLastTransitionTime()))
            .toList();
  }

  static List<Condition> ofNode(@Nullable NodeStatus status) {
    return status == null
        ? List.of()
        : Fields.orEmpty(status.getConditions()).stream()
            .map(
                c ->
                    of(
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        c.getLastTransitionTime()))
            .toList();
  }

  static List<Condition> ofAutoscaler(@Nullable HorizontalPodAutoscalerStatus status) {
    return status == null
        ? List.of()
        : Fields.orEmpty(status.getConditions()).stream()
            .map(
                c ->
                    of(
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        c.getLastTransitionTime()))
            .toList();
  }

  private static Condition of(
      @Nullable String type,
      @Nullable String status,
      @Nullable String reason,
      @Nullable String message,
      @Nullable String since) {
    return new Condition(
        Fields.word(type),
        Fields.word(status),
        Fields.word(reason),
        Fields.text(message),
        Fields.instant(since));
  }
}
