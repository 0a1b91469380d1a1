// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of a pod, without its env.
 *
 * @param meta its metadata
 * @param owner uid of its ReplicaSet
 * @param ip its IP, or null before it has one
 * @param hostname its own host name
 * @param node the node it runs on, or null before it is scheduled
 * @param phase Pending, Running, Succeeded, Failed or Unknown
 * @param reason the reason of the phase, e.g. Evicted; may be empty
 * @param message the message of the phase; may be empty
 * @param conditions PodScheduled, Ready and others
 * @param containers its containers, init containers first
 * @param controlPlaneAnnotations keys of its annotations that show which system created the cluster
 */
public record PodRecord(
    Meta meta,
    String owner,
    @Nullable String ip,
    String hostname,
    @Nullable String node,
    String phase,
    String reason,
    String message,
    List<Condition> conditions,
    List<ContainerRecord> containers,
    Set<String> controlPlaneAnnotations)
    implements ObservedObject {
  public PodRecord {
    conditions = List.copyOf(conditions);
    containers = List.copyOf(containers);
    controlPlaneAnnotations = Set.copyOf(controlPlaneAnnotations);
  }

  public boolean ready() {
    return Condition.find(conditions, "Ready").map(Condition::isTrue).orElse(false);
  }

  /** Whether it has ended permanently and no longer counts as a pod of the app. */
  public boolean ended() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
