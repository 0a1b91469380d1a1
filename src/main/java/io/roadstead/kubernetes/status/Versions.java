// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an app.
 *
 * @param latest the version that is rolled out; null before the cluster has created it
 * @param former previous versions that still have or want pods, newest first
 */
record Versions(@Nullable ReplicaSetRecord latest, List<ReplicaSetRecord> former) {
  Versions {
    former = List.copyOf(former);
  }

  static Versions of(ObservedApp app) {
    List<ReplicaSetRecord> all = app.replicaSets();
    ReplicaSetRecord latest =
        all.stream()
            .filter(set -> set.revision() == app.deployment().revision())
            .findFirst()
            .orElse(all.isEmpty() ? null : all.get(0));
    return new Versions(latest, all.stream().filter(set -> set != latest && hasPods(set)).toList());
  }

  /** Pods of the latest version that are neither ending nor being deleted. */
  List<PodRecord> latestPods(ObservedApp app) {
    return app.pods().stream().filter(pod -> isLatest(pod) && !isOnItsWayOut(pod)).toList();
  }

  boolean isLatest(PodRecord pod) {
    return latest != null && latest.meta().uid().equals(pod.owner());
  }

  static boolean isOnItsWayOut(PodRecord pod) {
    return pod.meta().deleting() || pod.ended();
  }

  private static boolean hasPods(ReplicaSetRecord set) {
    return set.desiredReplicas() > 0 || set.replicas() > 0;
  }
}
