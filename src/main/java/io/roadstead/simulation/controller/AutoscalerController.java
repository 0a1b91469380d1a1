// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the targets of HorizontalPodAutoscalers between their bounds. The cluster has no metrics,
 * and the autoscaler says so: inside the bounds it changes nothing.
 */
final class AutoscalerController {
  private static final List<ResourceKind> SCALED =
      List.of(ResourceKinds.DEPLOYMENT, ResourceKinds.REPLICA_SET);
  private static final Duration PERIOD = Duration.ofSeconds(15);
  private static final String NO_METRICS =
      "unable to get metrics for resource %s: unable to fetch metrics from resource metrics API:"
          + " the server could not find the requested resource (get pods.metrics.k8s.io)";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final Timestamps timestamps;
  private final WorkQueue queue;

  AutoscalerController(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.events = bench.events("horizontal-pod-autoscaler");
    this.timestamps = bench.timestamps();
    this.queue = bench.queue("autoscaler", this::reconcile);
    cache.onChange(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, this::changed);
  }

  /**
   * Its own status changes do not trigger another reconciliation; that happens in the next period.
   */
  private void changed(ClusterCache.Change change) {
    ObjectNode before = change.before();
    boolean sameSpec = before != null && before.path("spec").equals(change.latest().path("spec"));
    if (!sameSpec) {
      queue.add(ObjectKey.of(change.latest()));
    }
  }

  private void reconcile(ObjectKey key) {
    ObjectNode autoscaler = cache.get(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, key);
    if (autoscaler == null || Meta.deleting(autoscaler)) {
      return;
    }
    queue.addAfter(key, PERIOD);
    JsonNode reference = autoscaler.path("spec").path("scaleTargetRef");
    ResourceKind kind =
        SCALED.stream()
            .filter(k -> k.apiVersion().equals(reference.path("apiVersion").asText()))
            .filter(k -> k.kind().equals(reference.path("kind").asText()))
            .findFirst()
            .orElse(null);
    ObjectNode target = kind == null ? null : target(kind, key, reference);
    if (kind == null || target == null) {
      reportMissing(autoscaler, kind, reference);
      return;
    }
    keepBounds(autoscaler, kind, target);
  }

  private @Nullable ObjectNode target(ResourceKind kind, ObjectKey key, JsonNode reference) {
    return cache.get(kind, new ObjectKey(key.namespace(), reference.path("name").asText()));
  }

  private void reportMissing(
      ObjectNode autoscaler, @Nullable ResourceKind kind, JsonNode reference) {
    String error =
        kind == null
            ? "no matches for kind \"%s\" in group \"%s\""
                .formatted(
                    reference.path("kind").asText(),
                    reference.path("apiVersion").asText().split("/", -1)[0])
            : "%s \"%s\" not found"
                .formatted(kind.qualifiedResource(), reference.path("name").asText());
    events.warning(autoscaler, "FailedGetScale", error);
    Condition condition =
        Condition.no(
            "AbleToScale",
            "FailedGetScale",
            "the HPA controller was unable to get the target's current scale: " + error);
    writer.updateStatus(
        ResourceKinds.HORIZONTAL_POD_AUTOSCALER,
        autoscaler,
        status -> Conditions.set(status, condition, timestamps.now()));
  }

  private void keepBounds(ObjectNode autoscaler, ResourceKind kind, ObjectNode target) {
    int current = target.path("spec").path("replicas").asInt(1);
    int least = autoscaler.path("spec").path("minReplicas").asInt(1);
    int most = autoscaler.path("spec").path("maxReplicas").asInt();
    int desired = current == 0 ? 0 : Math.max(least, Math.min(most, current));
    Condition able = scaleIfNeeded(autoscaler, kind, target, current, desired);
    Condition active = active(autoscaler, current, desired);
    writer.updateStatus(
        ResourceKinds.HORIZONTAL_POD_AUTOSCALER,
        autoscaler,
        status -> {
          Counts.put(status, "currentReplicas", target.path("status").path("replicas").asInt());
          status.put("desiredReplicas", desired);
          if (current != desired) {
            status.put("lastScaleTime", timestamps.now());
          }
          Conditions.set(status, able, timestamps.now());
          if (active != null) {
            Conditions.set(status, active, timestamps.now());
          }
        });
  }

  private Condition scaleIfNeeded(
      ObjectNode autoscaler, ResourceKind kind, ObjectNode target, int current, int desired) {
    if (current == desired) {
      return Condition.yes(
          "AbleToScale",
          "SucceededGetScale",
          "the HPA controller was able to get the target's current scale");
    }
    writer.scale(kind, target, desired);
    String reason =
        current > desired
            ? "Current number of replicas above Spec.MaxReplicas"
            : "Current number of replicas below Spec.MinReplicas";
    events.normal(autoscaler, "SuccessfulRescale", "New size: " + desired + "; reason: " + reason);
    return Condition.yes(
        "AbleToScale",
        "SucceededRescale",
        "the HPA controller was able to update the target scale to " + desired);
  }

  /** Null when the real controller would not request metrics. */
  private @Nullable Condition active(ObjectNode autoscaler, int current, int desired) {
    if (current == 0) {
      return Condition.no(
          "ScalingActive",
          "ScalingDisabled",
          "scaling is disabled since the replica count of the target is zero");
    }
    if (current != desired) {
      return null;
    }
    String resource =
        autoscaler.path("spec").path("metrics").path(0).path("resource").path("name").asText("cpu");
    String missing = "failed to get %s utilization: ".formatted(resource);
    String error = missing + NO_METRICS.formatted(resource);
    events.warning(autoscaler, "FailedGetResourceMetric", error);
    events.warning(
        autoscaler,
        "FailedComputeMetricsReplicas",
        "invalid metrics (1 invalid out of 1), first error is: failed to get %s resource metric value: "
                .formatted(resource)
            + error);
    return Condition.no(
        "ScalingActive",
        "FailedGetResourceMetric",
        "the HPA was unable to compute the replica count: " + error);
  }
}
