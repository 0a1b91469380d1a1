// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Scale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a HorizontalPodAutoscaler.
 *
 * @param meta its metadata
 * @param managed whether Roadstead owns it
 * @param targetKind kind of what it scales
 * @param targetName name of what it scales
 * @param autoscaling its bounds and CPU target; null when it goes by other metrics
 * @param minReplicas least number of pods
 * @param maxReplicas greatest number of pods
 * @param desiredReplicas how many it currently wants
 * @param conditions AbleToScale, ScalingActive, ScalingLimited
 * @param specDigest digest of its desired spec
 */
public record AutoscalerRecord(
    Meta meta,
    boolean managed,
    String targetKind,
    String targetName,
    Scale.@Nullable Autoscaling autoscaling,
    int minReplicas,
    int maxReplicas,
    int desiredReplicas,
    List<Condition> conditions,
    String specDigest)
    implements ObservedObject {
  public AutoscalerRecord {
    conditions = List.copyOf(conditions);
  }

  /** Whether it sets the replicas of the Deployment of that name. */
  public boolean scales(String deployment) {
    return targetKind.equals("Deployment") && targetName.equals(deployment);
  }
}
