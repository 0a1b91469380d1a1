// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.AppState;
import io.roadstead.app.AppStatus;
import io.roadstead.app.Pod;
import io.roadstead.cluster.Reachability;
import io.roadstead.cluster.Surroundings;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads the status of an app from its observed objects. */
@ApplicationScoped
public class StatusReader {
  private final Clock clock;
  private final Surroundings surroundings;
  private final Reachability tried;

  public StatusReader(Clock clock, Surroundings surroundings, Reachability tried) {
    this.clock = clock;
    this.surroundings = surroundings;
    this.tried = tried;
  }

  /** The complete status, with its first pods. */
  public AppStatus read(ObservedApp app) {
    List<Pod> pods =
        app.pods().stream()
            .limit(AppStatus.MOST_PODS)
            .map(pod -> PodReader.read(app, pod))
            .toList();
    return status(app, pods);
  }

  /** The status without pods, as in a list of apps. */
  public AppStatus readWithoutPods(ObservedApp app) {
    return status(app, List.of());
  }

  private AppStatus status(ObservedApp app, List<Pod> pods) {
    Instant now = clock.instant();
    Versions versions = Versions.of(app);
    Diagnosis diagnosis = Diagnosis.of(app, versions, now);
    AppState state = StateReader.read(app, versions, diagnosis);
    DeploymentRecord deployment = app.deployment();
    DeploymentRecord.Status counts = deployment.status();
    return new AppStatus(
        app.name(),
        state,
        deployment.meta().generation(),
        counts.observedGeneration(),
        deployment.desiredReplicas(),
        counts.updatedReplicas(),
        counts.readyReplicas(),
        counts.availableReplicas(),
        deployment.replicasBeforeStop(),
        ReasonsReader.read(state, app, versions, diagnosis),
        RolloutReader.read(deployment, versions),
        pods,
        ExposureReader.read(app, surroundings.traits(), tried, now),
        app.freshness(),
        app.etag());
  }
}
