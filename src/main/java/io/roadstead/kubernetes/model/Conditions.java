// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads conditions, for which each kind has its own type in the client's model. */
record Conditions<C>(
    Function<C, @Nullable String> type,
    Function<C, @Nullable String> status,
    Function<C, @Nullable String> reason,
    Function<C, @Nullable String> message,
    Function<C, @Nullable String> since) {
  static final Conditions<DeploymentCondition> OF_DEPLOYMENT =
      new Conditions<>(
          DeploymentCondition::getType,
          DeploymentCondition::getStatus,
          DeploymentCondition::getReason,
          DeploymentCondition::getMessage,
          DeploymentCondition::getLastTransitionTime);

  static final Conditions<ReplicaSetCondition> OF_REPLICA_SET =
      new Conditions<>(
          ReplicaSetCondition::getType,
          ReplicaSetCondition::getStatus,
          ReplicaSetCondition::getReason,
          ReplicaSetCondition::getMessage,
          ReplicaSetCondition::getLastTransitionTime);

  static final Conditions<PodCondition> OF_POD =
      new Conditions<>(
          PodCondition::getType,
          PodCondition::getStatus,
          PodCondition::getReason,
          PodCondition::getMessage,
          PodCondition::getLastTransitionTime);

  static final Conditions<NodeCondition> OF_NODE =
      new Conditions<>(
          NodeCondition::getType,
          NodeCondition::getStatus,
          NodeCondition::getReason,
          NodeCondition::getMessage,
          NodeCondition::getLastTransitionTime);

  static final Conditions<HorizontalPodAutoscalerCondition> OF_AUTOSCALER =
      new Conditions<>(
          HorizontalPodAutoscalerCondition::getType,
          HorizontalPodAutoscalerCondition::getStatus,
          HorizontalPodAutoscalerCondition::getReason,
          HorizontalPodAutoscalerCondition::getMessage,
          HorizontalPodAutoscalerCondition::getLastTransitionTime);

  List<Condition> observed(@Nullable List<C> conditions) {
    return Fields.orEmpty(conditions).stream()
        .map(
            found ->
                new Condition(
                    Fields.word(type.apply(found)),
                    Fields.word(status.apply(found)),
                    Fields.word(reason.apply(found)),
                    Fields.text(message.apply(found)),
                    Fields.instant(since.apply(found))))
        .toList();
  }
}
