// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the desired number of pods of each ReplicaSet, and reports the observed number. */
final class ReplicaSetController {
  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final Timestamps timestamps;
  private final WorkQueue queue;

  ReplicaSetController(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.events = bench.events("replicaset-controller");
    this.timestamps = bench.timestamps();
    this.queue = bench.queue("replicaset", this::reconcile);
    cache.onChange(ResourceKinds.REPLICA_SET, change -> queue.add(ObjectKey.of(change.latest())));
    cache.onChange(ResourceKinds.POD, this::podChanged);
  }

  private void podChanged(ClusterCache.Change change) {
    JsonNode pod = change.latest();
    JsonNode owner = Meta.controller(pod);
    if (owner.path("kind").asText().equals("ReplicaSet")) {
      queue.add(new ObjectKey(Meta.namespace(pod), owner.path("name").asText()));
      return;
    }
    if (!owner.isMissingNode()) {
      return;
    }
    for (ObjectNode replicaSet : cache.list(ResourceKinds.REPLICA_SET, Meta.namespace(pod))) {
      if (Meta.selector(replicaSet).selects(pod)) {
        queue.add(ObjectKey.of(replicaSet));
      }
    }
  }

  private void reconcile(ObjectKey key) {
    ObjectNode replicaSet = cache.get(ResourceKinds.REPLICA_SET, key);
    if (replicaSet == null) {
      return;
    }
    ApiException failure = Meta.deleting(replicaSet) ? null : reach(replicaSet);
    reportStatus(replicaSet, failure);
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable ApiException reach(ObjectNode replicaSet) {
    adoptOrphans(replicaSet);
    List<ObjectNode> active = activePods(replicaSet);
    int missing = replicaSet.path("spec").path("replicas").asInt(1) - active.size();
    try {
      for (int i = 0; i < missing; i++) {
        createPod(replicaSet);
      }
    } catch (ApiException e) {
      events.warning(replicaSet, "FailedCreate", "Error creating: " + e.getMessage());
      return e;
    }
    for (ObjectNode pod : surplus(active, -missing)) {
      writer.delete(ResourceKinds.POD, pod, DeleteOptions.background());
      events.normal(replicaSet, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
    }
    return null;
  }

  private static List<ObjectNode> surplus(List<ObjectNode> active, int tooMany) {
    return tooMany <= 0 ? List.of() : PodDeletionOrder.sorted(active).subList(0, tooMany);
  }

  private List<ObjectNode> activePods(ObjectNode replicaSet) {
    return cache.controlledBy(ResourceKinds.POD, Meta.uid(replicaSet)).stream()
        .filter(Pods::active)
        .toList();
  }

  /**
   * Pods without a controller that the selector matches are adopted, as after an orphaning delete.
   */
  private void adoptOrphans(ObjectNode replicaSet) {
    LabelSelector selector = Meta.selector(replicaSet);
    for (ObjectNode pod : cache.controlledBy(ResourceKinds.POD, "")) {
      boolean near = Meta.namespace(pod).equals(Meta.namespace(replicaSet)) && Pods.active(pod);
      if (near && selector.selects(pod)) {
        writer.update(
            ResourceKinds.POD,
            pod,
            latest ->
                latest
                    .withObject("/metadata")
                    .set("ownerReferences", Meta.controlledBy(replicaSet).get("ownerReferences")));
      }
    }
  }

  private void createPod(ObjectNode replicaSet) {
    JsonNode template = replicaSet.path("spec").path("template");
    ObjectNode pod = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = Meta.controlledBy(replicaSet);
    metadata.put("generateName", Meta.name(replicaSet) + "-");
    for (String field : List.of("labels", "annotations", "finalizers")) {
      if (template.path("metadata").has(field)) {
        metadata.set(field, template.path("metadata").path(field).deepCopy());
      }
    }
    pod.set("metadata", metadata);
    pod.set("spec", template.path("spec").deepCopy());
    ObjectNode created = writer.create(ResourceKinds.POD, pod);
    events.normal(replicaSet, "SuccessfulCreate", "Created pod: " + Meta.name(created));
  }

  private void reportStatus(ObjectNode replicaSet, @Nullable ApiException failure) {
    List<ObjectNode> all = cache.controlledBy(ResourceKinds.POD, Meta.uid(replicaSet));
    List<ObjectNode> active = all.stream().filter(Pods::active).toList();
    int minReady = replicaSet.path("spec").path("minReadySeconds").asInt();
    long ready = active.stream().filter(Pods::ready).count();
    long available =
        active.stream().filter(pod -> Pods.available(pod, minReady, timestamps)).count();
    long terminating =
        all.stream().filter(pod -> Meta.deleting(pod) && !Pods.finished(pod)).count();
    writer.updateStatus(
        ResourceKinds.REPLICA_SET,
        replicaSet,
        status -> {
          status.put("replicas", active.size());
          Counts.put(status, "fullyLabeledReplicas", active.size());
          Counts.put(status, "readyReplicas", (int) ready);
          Counts.put(status, "availableReplicas", (int) available);
          status.put("terminatingReplicas", (int) terminating);
          status.put("observedGeneration", Meta.generation(replicaSet));
          reportFailure(status, failure);
        });
    if (ready > available) {
      queue.addAfter(ObjectKey.of(replicaSet), Duration.ofSeconds(1));
    }
  }

  private void reportFailure(ObjectNode status, @Nullable ApiException failure) {
    if (failure == null) {
      Conditions.remove(status, "ReplicaFailure");
      return;
    }
    if (Conditions.find(status, "ReplicaFailure").isMissingNode()) {
      String message = String.valueOf(failure.getMessage());
      Conditions.set(
          status, Condition.yes("ReplicaFailure", "FailedCreate", message), timestamps.now());
    }
  }
}
