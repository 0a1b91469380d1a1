// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.Condition;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.Meta;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with, or in progress in, an app as a whole, apart from individual pods. */
final class DeploymentDiagnosis {
  private final ObservedApp app;
  private final Versions versions;

  DeploymentDiagnosis(ObservedApp app, Versions versions) {
    this.app = app;
    this.versions = versions;
  }

  List<Finding> find() {
    List<Finding> findings = new ArrayList<>();
    Optional<Finding> refused = refused();
    refused.ifPresent(findings::add);
    deadlineExceeded().ifPresent(findings::add);
    if (refused.isEmpty()) {
      missing().ifPresent(findings::add);
    }
    stopping().ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> refused() {
    ReplicaSetRecord latest = versions.latest();
    if (latest == null) {
      return Optional.empty();
    }
    return Condition.find(latest.conditions(), "ReplicaFailure")
        .filter(condition -> condition.isTrue() && condition.reason().equals("FailedCreate"))
        .map(condition -> refused(latest, condition));
  }

  private Finding refused(ReplicaSetRecord latest, Condition condition) {
    boolean quota = condition.message().contains("exceeded quota");
    return new Finding(
        quota ? Reason.QUOTA_EXCEEDED : Reason.ADMISSION_DENIED,
        "",
        quota
            ? ReasonMessages.quotaExceeded(condition.message())
            : ReasonMessages.admissionDenied(condition.message()),
        "ReplicaSet/" + latest.meta().name(),
        condition.since(),
        true,
        new Evidence(condition.reason() + ": " + condition.message(), null, null),
        Math.max(0, latest.desiredReplicas() - latest.replicas()));
  }

  private Optional<Finding> deadlineExceeded() {
    DeploymentRecord deployment = app.deployment();
    return Condition.find(deployment.status().conditions(), "Progressing")
        .filter(Condition::isFalse)
        .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
        .map(
            condition ->
                new Finding(
                    Reason.PROGRESS_DEADLINE_EXCEEDED,
                    "",
                    ReasonMessages.deadlineExceeded(),
                    "Deployment/" + deployment.meta().name(),
                    condition.since(),
                    true,
                    new Evidence(condition.reason() + ": " + condition.message(), null, null),
                    0));
  }

  private Optional<Finding> missing() {
    int missing = app.deployment().desiredReplicas() - versions.latestPods(app).size();
    if (missing <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Reason.STARTING,
            "missing",
            ReasonMessages.missing(!versions.former().isEmpty()),
            "Deployment/" + app.deployment().meta().name(),
            null,
            true,
            Evidence.NONE,
            missing));
  }

  /** How far the deletion of the app has come. */
  Finding deletion() {
    Meta deployment = app.deployment().meta();
    return new Finding(
        Reason.STOPPING,
        "",
        ReasonMessages.deletion(ending().size(), app.pods().size()),
        "Deployment/" + deployment.name(),
        deployment.deleteTime(),
        true,
        Evidence.NONE,
        0);
  }

  private List<PodRecord> ending() {
    return app.pods().stream().filter(pod -> pod.meta().deleting()).toList();
  }

  private Optional<Finding> stopping() {
    List<PodRecord> ending = ending();
    if (ending.isEmpty()) {
      return Optional.empty();
    }
    PodRecord first = ending.get(0);
    return Optional.of(
        new Finding(
            Reason.STOPPING,
            "",
            ReasonMessages.stopping(ending.size()),
            "Pod/" + first.meta().name(),
            first.meta().deleteTime(),
            true,
            Evidence.NONE,
            0));
  }
}
