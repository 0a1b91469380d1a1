// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.AppState;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ReplicaSetRecord;

/** Reads the state of an app as a whole. */
final class StateReader {
  private StateReader() {}

  static AppState read(ObservedApp app, Versions versions, Diagnosis diagnosis) {
    DeploymentRecord deployment = app.deployment();
    if (deployment.meta().deleting()) {
      return AppState.DELETING;
    }
    if (!RolloutReader.isObserved(deployment)) {
      return isSameVersion(deployment, versions) ? AppState.SCALING : AppState.DEPLOYING;
    }
    if (deployment.desiredReplicas() == 0) {
      return isEmpty(app) ? AppState.STOPPED : AppState.SCALING;
    }
    if (diagnosis.hasVerdict()) {
      return troubled(deployment, diagnosis);
    }
    if (RolloutReader.isRolling(deployment, versions)) {
      return AppState.DEPLOYING;
    }
    if (RolloutReader.isComplete(deployment)) {
      return AppState.READY;
    }
    return diagnosis.hasTrouble() ? troubled(deployment, diagnosis) : AppState.SCALING;
  }

  private static AppState troubled(DeploymentRecord deployment, Diagnosis diagnosis) {
    int serving = deployment.status().availableReplicas() - diagnosis.flickering();
    return serving > 0 ? AppState.DEGRADED : AppState.FAILED;
  }

  private static boolean isEmpty(ObservedApp app) {
    return app.deployment().status().replicas() == 0
        && app.pods().stream().allMatch(pod -> pod.ended());
  }

  /**
   * Whether a change that the cluster has not processed yet at least does not change the images.
   */
  private static boolean isSameVersion(DeploymentRecord deployment, Versions versions) {
    ReplicaSetRecord latest = versions.latest();
    return latest != null
        && latest.desiredReplicas() != deployment.desiredReplicas()
        && latest
            .images()
            .equals(
                deployment.template().containers().stream()
                    .map(container -> container.image())
                    .toList());
  }
}
