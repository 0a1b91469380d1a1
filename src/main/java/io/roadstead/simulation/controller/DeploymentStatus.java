// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes the status of a Deployment: counts, Available, Progressing, ReplicaFailure. */
final class DeploymentStatus {
  private static final int NO_DEADLINE = Integer.MAX_VALUE;
  private static final String PROGRESSING = "Progressing";

  private final ClusterWriter writer;
  private final Timestamps timestamps;
  private final WorkQueue queue;

  DeploymentStatus(Workbench bench, WorkQueue queue) {
    this.writer = bench.writer("kube-controller-manager");
    this.timestamps = bench.timestamps();
    this.queue = queue;
  }

  /**
   * Whether exactly the desired number of pods exists, all of the current template and available.
   */
  static boolean complete(DeploymentView view) {
    int replicas = view.replicas();
    return updated(view, "replicas") == replicas
        && view.total("replicas") == replicas
        && view.total("availableReplicas") == replicas;
  }

  private static int updated(DeploymentView view, String statusField) {
    return view.newest() == null ? 0 : DeploymentView.reported(view.newest(), statusField);
  }

  void report(DeploymentView view) {
    ObjectNode newest = view.newest();
    writer.updateStatusAndAnnotations(
        ResourceKinds.DEPLOYMENT,
        view.deployment(),
        latest -> {
          ObjectNode status = latest.withObject("/status");
          JsonNode before = status.deepCopy();
          counts(status, view);
          available(status, view);
          progress(status, before, view);
          replicaFailure(status, view);
          if (newest != null) {
            latest
                .withObject("/metadata/annotations")
                .put(DeploymentView.REVISION, Long.toString(DeploymentView.revision(newest)));
          }
        });
    watchDeadline(view);
  }

  private static void counts(ObjectNode status, DeploymentView view) {
    int available = view.total("availableReplicas");
    status.put("observedGeneration", Meta.generation(view.deployment()));
    Counts.put(status, "replicas", view.total("replicas"));
    Counts.put(status, "updatedReplicas", updated(view, "replicas"));
    Counts.put(status, "readyReplicas", view.total("readyReplicas"));
    Counts.put(status, "availableReplicas", available);
    Counts.put(status, "unavailableReplicas", Math.max(0, view.totalAsked() - available));
    status.put("terminatingReplicas", view.total("terminatingReplicas"));
  }

  private void available(ObjectNode status, DeploymentView view) {
    int needed = RollingUpdate.of(view.deployment()).minAvailable();
    Condition condition =
        view.total("availableReplicas") >= needed
            ? Condition.yes(
                "Available", "MinimumReplicasAvailable", "Deployment has minimum availability.")
            : Condition.no(
                "Available",
                "MinimumReplicasUnavailable",
                "Deployment does not have minimum availability.");
    Conditions.setDated(status, condition, timestamps.now());
  }

  private void progress(ObjectNode status, JsonNode before, DeploymentView view) {
    if (deadline(view) == NO_DEADLINE) {
      Conditions.remove(status, PROGRESSING);
      return;
    }
    JsonNode present = Conditions.find(before, PROGRESSING);
    Condition condition = progressCondition(before, present, view);
    if (condition == null) {
      return;
    }
    if (condition.reason().equals("ReplicaSetUpdated")) {
      String transition = present.path("lastTransitionTime").asText(timestamps.now());
      boolean wasTrue = present.path("status").asText().equals("True");
      Conditions.remove(status, PROGRESSING);
      Conditions.setDated(status, condition, timestamps.now());
      if (wasTrue) {
        ((ObjectNode) Conditions.find(status, PROGRESSING)).put("lastTransitionTime", transition);
      }
      return;
    }
    Conditions.setDated(status, condition, timestamps.now());
  }

  private @Nullable Condition progressCondition(
      JsonNode before, JsonNode present, DeploymentView view) {
    String reason = present.path("reason").asText();
    if (view.paused()) {
      return pausedCondition(reason);
    }
    if (reason.equals("DeploymentPaused")) {
      return new Condition(PROGRESSING, "Unknown", "DeploymentResumed", "Deployment is resumed");
    }
    ObjectNode newest = view.newest();
    if (newest == null) {
      return null;
    }
    String name = "ReplicaSet \"" + Meta.name(newest) + "\"";
    boolean sameRollout =
        DeploymentView.revision(view.deployment()) == DeploymentView.revision(newest);
    boolean settled = sameRollout && reason.equals("NewReplicaSetAvailable");
    if (settled && view.total("replicas") == updated(view, "replicas")) {
      return null;
    }
    if (complete(view)) {
      return Condition.yes(
          PROGRESSING, "NewReplicaSetAvailable", name + " has successfully progressed.");
    }
    boolean fresh = DeploymentView.reported(newest, "observedGeneration") == 0;
    if (present.isMissingNode() || (!sameRollout && fresh)) {
      return started(newest, fresh);
    }
    if (moved(before, view)) {
      return Condition.yes(PROGRESSING, "ReplicaSetUpdated", name + " is progressing.");
    }
    if (!settled && overdue(present, view)) {
      return Condition.no(
          PROGRESSING, "ProgressDeadlineExceeded", name + " has timed out progressing.");
    }
    return null;
  }

  private static @Nullable Condition pausedCondition(String reason) {
    return reason.equals("ProgressDeadlineExceeded") || reason.equals("DeploymentPaused")
        ? null
        : new Condition(PROGRESSING, "Unknown", "DeploymentPaused", "Deployment is paused");
  }

  private static Condition started(ObjectNode newest, boolean fresh) {
    String name = "\"" + Meta.name(newest) + "\"";
    return fresh
        ? Condition.yes(PROGRESSING, "NewReplicaSetCreated", "Created new replica set " + name)
        : Condition.yes(PROGRESSING, "FoundNewReplicaSet", "Found new replica set " + name);
  }

  private static boolean moved(JsonNode before, DeploymentView view) {
    int updatedBefore = before.path("updatedReplicas").asInt();
    int updatedNow = updated(view, "replicas");
    return updatedNow > updatedBefore
        || view.total("replicas") - updatedNow < before.path("replicas").asInt() - updatedBefore
        || view.total("readyReplicas") > before.path("readyReplicas").asInt()
        || view.total("availableReplicas") > before.path("availableReplicas").asInt();
  }

  private boolean overdue(JsonNode present, DeploymentView view) {
    if (present.path("reason").asText().equals("ProgressDeadlineExceeded")) {
      return true;
    }
    Duration quiet = timestamps.since(present.path("lastUpdateTime").asText());
    return quiet.compareTo(Duration.ofSeconds(deadline(view))) > 0;
  }

  private static int deadline(DeploymentView view) {
    return view.deployment().path("spec").path("progressDeadlineSeconds").asInt(600);
  }

  /** Reconciles again just after the deadline: nothing else would report a stalled rollout. */
  private void watchDeadline(DeploymentView view) {
    if (deadline(view) == NO_DEADLINE || view.paused() || complete(view)) {
      return;
    }
    queue.addAfter(
        ObjectKey.of(view.deployment()), Duration.ofSeconds(Math.max(1, deadline(view) + 1L)));
  }

  private void replicaFailure(ObjectNode status, DeploymentView view) {
    ObjectNode newest = view.newest();
    JsonNode failure =
        view.all().stream()
            .map(rs -> Conditions.find(rs.path("status"), "ReplicaFailure"))
            .filter(found -> found.path("status").asText().equals("True"))
            .findFirst()
            .orElse(null);
    if (newest != null
        && !Conditions.find(newest.path("status"), "ReplicaFailure").isMissingNode()) {
      failure = Conditions.find(newest.path("status"), "ReplicaFailure");
    }
    if (failure == null) {
      Conditions.remove(status, "ReplicaFailure");
      return;
    }
    Conditions.setDated(
        status,
        Condition.yes(
            "ReplicaFailure", failure.path("reason").asText(), failure.path("message").asText()),
        timestamps.now());
  }
}
