// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;

/** Defaults of Deployments and ReplicaSets. */
final class WorkloadDefaults {
  private static final int REVISION_HISTORY_LIMIT = 10;
  private static final int PROGRESS_DEADLINE_SECONDS = 600;
  private static final String QUARTER = "25%";

  private WorkloadDefaults() {}

  static void deployment(ObjectNode deployment) {
    ObjectNode spec = deployment.withObject("/spec");
    Defaults.put(spec, "replicas", 1);
    Defaults.put(spec, "revisionHistoryLimit", REVISION_HISTORY_LIMIT);
    Defaults.put(spec, "progressDeadlineSeconds", PROGRESS_DEADLINE_SECONDS);
    ObjectNode strategy = spec.withObject("/strategy");
    Defaults.put(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      ObjectNode rolling = strategy.withObject("/rollingUpdate");
      Defaults.put(rolling, "maxSurge", QUARTER);
      Defaults.put(rolling, "maxUnavailable", QUARTER);
    }
    Containers.podSpec(ResourceKinds.DEPLOYMENT, deployment).ifPresent(PodDefaults::spec);
  }

  static void replicaSet(ObjectNode replicaSet) {
    Defaults.put(replicaSet.withObject("/spec"), "replicas", 1);
    Defaults.put(replicaSet.withObject("/status"), "replicas", 0);
    Containers.podSpec(ResourceKinds.REPLICA_SET, replicaSet).ifPresent(PodDefaults::spec);
  }
}
