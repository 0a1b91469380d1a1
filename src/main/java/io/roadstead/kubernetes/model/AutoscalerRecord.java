// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Scale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a HorizontalPodAutoscaler.
 *
 * @param meta its metadata
 * @param managed whether Roadstead owns it
 * @param targetKind kind of what it scales
 * @param targetName name of what it scales
 * @param autoscaling its bounds and targets; null when the contract can't express its metrics
 * @param notShown the paths of what autoscaling can't express
 * @param minReplicas minimum number of pods
 * @param maxReplicas maximum number of pods
 * @param desiredReplicas number of pods that it currently requests
 * @param conditions AbleToScale, ScalingActive, ScalingLimited
 * @param specDigest digest of its desired spec
 */
public record AutoscalerRecord(
    Meta meta,
    boolean managed,
    String targetKind,
    String targetName,
    Scale.@Nullable Autoscaling autoscaling,
    List<String> notShown,
    int minReplicas,
    int maxReplicas,
    int desiredReplicas,
    List<Condition> conditions,
    String specDigest)
    implements ObservedObject {
  public AutoscalerRecord {
    notShown = List.copyOf(notShown);
    conditions = List.copyOf(conditions);
  }

  /** The key of what it scales, for an index. */
  public String targetGroup() {
    return meta.namespace() + "/" + targetKind + "/" + targetName;
  }

  /** Whether it scales the Deployment with that name. */
  public boolean scales(String deployment) {
    return targetKind.equals("Deployment") && targetName.equals(deployment);
  }
}
