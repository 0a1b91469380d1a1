// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Rollout;
import io.roadstead.kubernetes.model.Condition;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the progress of the latest version. */
final class RolloutReader {
  private static final String ROLLED_OUT = "NewReplicaSetAvailable";

  private RolloutReader() {}

  static Rollout read(DeploymentRecord deployment, Versions versions) {
    if (isComplete(deployment)) {
      return new Rollout(true, List.of());
    }
    List<Rollout.Step> steps = new ArrayList<>();
    if (versions.latest() != null) {
      steps.add(step(versions.latest(), true));
    }
    versions.former().forEach(set -> steps.add(step(set, false)));
    return new Rollout(false, steps);
  }

  static boolean isObserved(DeploymentRecord deployment) {
    return deployment.status().observedGeneration() >= deployment.meta().generation();
  }

  /** Whether the desired number of pods exists, all of the latest version and available. */
  static boolean isComplete(DeploymentRecord deployment) {
    DeploymentRecord.Status status = deployment.status();
    int desired = deployment.desiredReplicas();
    return isObserved(deployment)
        && status.replicas() == desired
        && status.updatedReplicas() == desired
        && status.availableReplicas() >= desired;
  }

  /** Whether the latest version has yet to be complete for the first time. */
  static boolean isRolling(DeploymentRecord deployment, Versions versions) {
    DeploymentRecord.Status status = deployment.status();
    if (!versions.former().isEmpty() || status.updatedReplicas() < status.replicas()) {
      return true;
    }
    Optional<Condition> progressing = Condition.find(status.conditions(), "Progressing");
    // A Deployment without a progress deadline has no such condition.
    return progressing
        .map(condition -> !condition.reason().equals(ROLLED_OUT))
        .orElseGet(() -> !isComplete(deployment));
  }

  private static Rollout.Step step(ReplicaSetRecord set, boolean latest) {
    return new Rollout.Step(
        set.revision(),
        set.meta().name(),
        latest,
        set.images(),
        set.desiredReplicas(),
        set.readyReplicas());
  }
}
