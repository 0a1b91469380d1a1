// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a pod: never its env.
 *
 * @param meta its metadata
 * @param owner uid of its ReplicaSet
 * @param ip its IP, or null before it has one
 * @param hostname the host name that it sees itself under
 * @param node the node it runs on, or null before it is scheduled
 * @param phase Pending, Running, Succeeded, Failed or Unknown
 * @param reason why it is in that phase, e.g. Evicted; may be empty
 * @param message the same in words; may be empty
 * @param conditions PodScheduled, Ready and others
 * @param containers its containers, init containers first
 * @param controlPlaneAnnotations keys of its annotations that tell which system made the cluster
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

  /** Whether it has ended for good and no longer counts as one of the app's. */
  public boolean ended() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
