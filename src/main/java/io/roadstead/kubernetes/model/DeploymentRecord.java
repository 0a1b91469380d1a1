// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a Deployment.
 *
 * @param meta its metadata
 * @param labels all its labels
 * @param annotations ours and the revision
 * @param selector the labels by which it selects its pods
 * @param desiredReplicas the desired number of pods
 * @param template what its pods are made of
 * @param specDigest digest of its whole spec without the number of replicas, of its labels and of
 *     our annotations
 * @param status what the cluster reports
 */
public record DeploymentRecord(
    Meta meta,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> selector,
    int desiredReplicas,
    PodTemplate template,
    String specDigest,
    Status status)
    implements ObservedObject {
  public DeploymentRecord {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    selector = Map.copyOf(selector);
  }

  /**
   * What the Deployment's controller reports.
   *
   * @param observedGeneration number of the spec that it has seen
   * @param replicas pods there are
   * @param updatedReplicas pods of the latest version
   * @param readyReplicas pods that get traffic
   * @param availableReplicas pods that have been ready long enough
   * @param conditions Progressing, Available, ReplicaFailure
   */
  public record Status(
      long observedGeneration,
      int replicas,
      int updatedReplicas,
      int readyReplicas,
      int availableReplicas,
      List<Condition> conditions) {
    public Status {
      conditions = List.copyOf(conditions);
    }
  }

  /** Whether Roadstead owns it. */
  public boolean managed() {
    return AppLabels.isManaged(labels);
  }

  /** Number of the latest version, 0 when the cluster has not numbered it yet. */
  public long revision() {
    return Fields.number(annotations.get(AppKeys.REVISION));
  }

  /** The count that a stopped app had, or null when it is not stopped or nobody noted it. */
  public @Nullable Integer replicasBeforeStop() {
    long before = Fields.number(annotations.get(AppKeys.REPLICAS_BEFORE_STOP));
    return desiredReplicas == 0 && before > 0 && before <= Integer.MAX_VALUE ? (int) before : null;
  }
}
