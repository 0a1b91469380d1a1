// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;

/**
 * Rolls each Deployment towards its template and size, one step per reconciliation: the new
 * ReplicaSet grows as far as the surge allows, the old ones shrink as far as availability allows.
 */
final class DeploymentController {
  private final ClusterCache cache;
  private final ReplicaSetWriter replicaSets;
  private final DeploymentScaling scaling;
  private final DeploymentStatus status;
  private final WorkQueue queue;

  DeploymentController(Workbench bench) {
    this.cache = bench.cache();
    this.replicaSets = new ReplicaSetWriter(bench);
    this.scaling = new DeploymentScaling(replicaSets);
    this.queue = bench.queue("deployment", this::reconcile);
    this.status = new DeploymentStatus(bench, queue);
    cache.onChange(ResourceKinds.DEPLOYMENT, change -> queue.add(ObjectKey.of(change.latest())));
    cache.onChange(ResourceKinds.REPLICA_SET, change -> enqueueOwner(change.latest()));
    cache.onChange(ResourceKinds.POD, this::podChanged);
  }

  private void enqueueOwner(JsonNode replicaSet) {
    JsonNode owner = Meta.controller(replicaSet);
    if (owner.path("kind").asText().equals("Deployment")) {
      queue.add(new ObjectKey(Meta.namespace(replicaSet), owner.path("name").asText()));
      return;
    }
    if (!owner.isMissingNode()) {
      return;
    }
    for (ObjectNode deployment : cache.list(ResourceKinds.DEPLOYMENT, Meta.namespace(replicaSet))) {
      if (Meta.selector(deployment).selects(replicaSet)) {
        queue.add(ObjectKey.of(deployment));
      }
    }
  }

  /**
   * Recreate waits for the last old pod to be gone, which only an event of the pod itself shows.
   */
  private void podChanged(ClusterCache.Change change) {
    if (change.after() != null) {
      return;
    }
    JsonNode owner = Meta.controller(change.latest());
    ObjectKey key = new ObjectKey(Meta.namespace(change.latest()), owner.path("name").asText());
    ObjectNode replicaSet = cache.get(ResourceKinds.REPLICA_SET, key);
    if (replicaSet != null) {
      enqueueOwner(replicaSet);
    }
  }

  private void reconcile(ObjectKey key) {
    ObjectNode deployment = cache.get(ResourceKinds.DEPLOYMENT, key);
    if (deployment == null) {
      return;
    }
    if (!Meta.deleting(deployment)) {
      replicaSets.adoptOrphans(deployment);
      step(observe(deployment));
    }
    status.report(observe(deployment));
  }

  private DeploymentView observe(ObjectNode deployment) {
    return DeploymentView.of(
        deployment, cache.controlledBy(ResourceKinds.REPLICA_SET, Meta.uid(deployment)));
  }

  private void step(DeploymentView view) {
    if (view.newest() != null) {
      replicaSets.refreshNewest(view);
    }
    if (view.paused() || scaling.wasScaled(view)) {
      scaling.apply(view);
      if (view.paused()) {
        replicaSets.trimHistory(view);
      }
      return;
    }
    if (view.recreate()) {
      recreate(view);
    } else {
      roll(view);
    }
    DeploymentView after = observe(view.deployment());
    if (DeploymentStatus.complete(after)) {
      replicaSets.trimHistory(after);
    }
  }

  private void roll(DeploymentView view) {
    RollingUpdate rolling = RollingUpdate.of(view.deployment());
    ObjectNode newest = view.newest();
    if (newest == null) {
      replicaSets.createNewest(view, rolling.newSize(0, view.totalAsked()));
      return;
    }
    int asked = DeploymentView.asked(newest);
    int size = rolling.newSize(asked, view.totalAsked());
    if (size != asked) {
      replicaSets.scale(view, newest, size);
      return;
    }
    new OldReplicaSets(view, rolling).reduced().forEach((rs, n) -> replicaSets.scale(view, rs, n));
  }

  private void recreate(DeploymentView view) {
    view.old().stream()
        .filter(rs -> DeploymentView.asked(rs) > 0)
        .forEach(rs -> replicaSets.scale(view, rs, 0));
    boolean oldPodsRun =
        view.old().stream()
            .flatMap(rs -> cache.controlledBy(ResourceKinds.POD, Meta.uid(rs)).stream())
            .anyMatch(pod -> !Pods.finished(pod));
    if (oldPodsRun) {
      return;
    }
    ObjectNode newest = view.newest();
    if (newest == null) {
      replicaSets.createNewest(view, view.replicas());
    } else if (DeploymentView.asked(newest) != view.replicas()) {
      replicaSets.scale(view, newest, view.replicas());
    }
  }
}
