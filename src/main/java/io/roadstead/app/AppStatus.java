// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The complete status of an app.
 *
 * @param name the app
 * @param state its state as a whole
 * @param generation number of the spec that the cluster has stored; grows with each change
 * @param observedGeneration number of the spec that the rest of the status describes
 * @param desiredReplicas the desired number of pods
 * @param updatedReplicas pods of the latest version
 * @param readyReplicas pods that receive traffic
 * @param availableReplicas pods that have been ready long enough to count
 * @param replicasBeforeStop number of replicas before the app was stopped, or null when it is not
 *     stopped
 * @param reasons why it is not as desired, worst first; empty when READY
 * @param rollout progress of the latest version
 * @param pods its pods by name, at most {@link #MOST_PODS}; none in a list of apps
 * @param exposure how it is reached
 * @param freshness how recent this status is
 * @param etag changes with the desired state, not with the status
 */
public record AppStatus(
    AppName name,
    AppState state,
    long generation,
    long observedGeneration,
    int desiredReplicas,
    int updatedReplicas,
    int readyReplicas,
    int availableReplicas,
    @Nullable Integer replicasBeforeStop,
    List<StatusReason> reasons,
    Rollout rollout,
    List<Pod> pods,
    ExposureStatus exposure,
    Freshness freshness,
    String etag) {
  /** Maximum number of pods in a status; ListPods returns all of them. */
  public static final int MOST_PODS = 100;

  public AppStatus {
    reasons = List.copyOf(reasons);
    pods = List.copyOf(pods);
  }
}
