// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a ReplicaSet.
 *
 * @param meta its metadata
 * @param owner uid of its Deployment
 * @param revision number of its version; 0 when unknown
 * @param templateHash the {@code pod-template-hash} of its pods; empty when it has none
 * @param images images of its containers
 * @param desiredReplicas the desired number of its pods
 * @param replicas number of its pods
 * @param readyReplicas pods that receive traffic
 * @param availableReplicas pods that have been ready long enough
 * @param conditions ReplicaFailure
 */
public record ReplicaSetRecord(
    Meta meta,
    String owner,
    long revision,
    String templateHash,
    List<String> images,
    int desiredReplicas,
    int replicas,
    int readyReplicas,
    int availableReplicas,
    List<Condition> conditions)
    implements ObservedObject {
  public ReplicaSetRecord {
    images = List.copyOf(images);
    conditions = List.copyOf(conditions);
  }

  /** The revision; null when unknown. */
  public @Nullable Long knownRevision() {
    return revision == 0 ? null : revision;
  }
}
