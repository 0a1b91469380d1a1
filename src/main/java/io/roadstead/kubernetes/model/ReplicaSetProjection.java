// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.util.Map;

/** Projects a ReplicaSet, which is a version of an app. */
public final class ReplicaSetProjection {
  private static final String TEMPLATE_HASH = "pod-template-hash";

  private ReplicaSetProjection() {}

  public static ReplicaSetRecord observed(ReplicaSet set) {
    Map<String, String> labels = Fields.orEmpty(set.getMetadata().getLabels());
    var containers = set.getSpec().getTemplate().getSpec().getContainers();
    var status = set.getStatus() == null ? new ReplicaSetStatus() : set.getStatus();
    return new ReplicaSetRecord(
        Meta.of(set.getMetadata()),
        Fields.owner(set.getMetadata(), "Deployment"),
        Fields.number(Fields.orEmpty(set.getMetadata().getAnnotations()).get(AppKeys.REVISION)),
        Fields.orEmpty(labels.get(TEMPLATE_HASH)),
        containers.stream().map(container -> Fields.word(container.getImage())).toList(),
        Fields.orZero(set.getSpec().getReplicas()),
        Fields.orZero(status.getReplicas()),
        Fields.orZero(status.getReadyReplicas()),
        Fields.orZero(status.getAvailableReplicas()),
        Conditions.OF_REPLICA_SET.observed(status.getConditions()));
  }
}
