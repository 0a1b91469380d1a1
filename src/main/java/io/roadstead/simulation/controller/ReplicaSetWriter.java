// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Creates, sizes, annotates and removes the ReplicaSets of Deployments. */
final class ReplicaSetWriter {
  static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
  private static final String MAXIMUM = "deployment.kubernetes.io/max-replicas";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final int DEFAULT_HISTORY = 10;

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;

  ReplicaSetWriter(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.events = bench.events("deployment-controller");
  }

  void createNewest(DeploymentView view, int size) {
    ObjectNode deployment = view.deployment();
    JsonNode template = deployment.path("spec").path("template");
    String hash = TemplateHash.of(template);
    ObjectNode replicaSet = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = Meta.controlledBy(deployment);
    metadata.put("name", Meta.name(deployment) + "-" + hash);
    ObjectNode labels = metadata.putObject("labels");
    Meta.labels(template).forEach(labels::put);
    labels.put(TemplateHash.LABEL, hash);
    replicaSet.set("metadata", metadata);
    annotate(replicaSet, view, Long.toString(view.lastRevision() + 1));
    ObjectNode spec = replicaSet.putObject("spec").put("replicas", size);
    if (deployment.path("spec").path("minReadySeconds").asInt() > 0) {
      spec.put("minReadySeconds", deployment.path("spec").path("minReadySeconds").asInt());
    }
    spec.set("selector", deployment.path("spec").path("selector").deepCopy());
    spec.withObject("/selector/matchLabels").put(TemplateHash.LABEL, hash);
    spec.set("template", template.deepCopy());
    spec.withObject("/template/metadata/labels").put(TemplateHash.LABEL, hash);
    ObjectNode created = writer.create(ResourceKinds.REPLICA_SET, replicaSet);
    if (size > 0) {
      scaled(deployment, created, 0, size);
    }
  }

  /**
   * Keeps revision and annotations of the newest ReplicaSet up to date, also after a rollback to an
   * old template.
   */
  void refreshNewest(DeploymentView view) {
    ObjectNode newest = view.newest();
    if (newest == null) {
      return;
    }
    long lastOld = view.old().stream().mapToLong(DeploymentView::revision).max().orElse(0);
    long revision = Math.max(DeploymentView.revision(newest), lastOld + 1);
    int minReady = view.deployment().path("spec").path("minReadySeconds").asInt();
    writer.update(
        ResourceKinds.REPLICA_SET,
        newest,
        latest -> {
          copyAnnotations(latest, view.deployment());
          latest
              .withObject("/metadata/annotations")
              .put(DeploymentView.REVISION, Long.toString(revision));
          if (latest.path("spec").path("minReadySeconds").asInt() != minReady) {
            latest.withObject("/spec").put("minReadySeconds", minReady);
          }
        });
  }

  void scale(DeploymentView view, ObjectNode replicaSet, int size) {
    int before = DeploymentView.asked(replicaSet);
    writer.update(
        ResourceKinds.REPLICA_SET,
        replicaSet,
        latest -> {
          latest.withObject("/spec").put("replicas", size);
          size(latest, view);
        });
    if (before != size) {
      scaled(view.deployment(), replicaSet, before, size);
    }
  }

  private void scaled(ObjectNode deployment, ObjectNode replicaSet, int before, int after) {
    String message =
        "Scaled %s replica set %s from %d to %d"
            .formatted(before < after ? "up" : "down", Meta.name(replicaSet), before, after);
    events.normal(deployment, "ScalingReplicaSet", message);
  }

  private static void annotate(ObjectNode replicaSet, DeploymentView view, String revision) {
    copyAnnotations(replicaSet, view.deployment());
    replicaSet.withObject("/metadata/annotations").put(DeploymentView.REVISION, revision);
    size(replicaSet, view);
  }

  private static void size(ObjectNode replicaSet, DeploymentView view) {
    int maximum = view.replicas() + RollingUpdate.of(view.deployment()).maxSurge();
    replicaSet
        .withObject("/metadata/annotations")
        .put(DESIRED, Integer.toString(view.replicas()))
        .put(MAXIMUM, Integer.toString(maximum));
  }

  private static void copyAnnotations(ObjectNode replicaSet, JsonNode deployment) {
    ObjectNode annotations = replicaSet.withObject("/metadata/annotations");
    Map<String, String> wanted = Meta.texts(deployment.path("metadata").path("annotations"));
    wanted.forEach(
        (key, value) -> {
          if (!key.startsWith("deployment.kubernetes.io/") && !key.equals(LAST_APPLIED)) {
            annotations.put(key, value);
          }
        });
  }

  /** The Deployment adopts ReplicaSets without a controller that its selector matches. */
  void adoptOrphans(ObjectNode deployment) {
    LabelSelector selector = Meta.selector(deployment);
    for (ObjectNode replicaSet : cache.controlledBy(ResourceKinds.REPLICA_SET, "")) {
      boolean near =
          Meta.namespace(replicaSet).equals(Meta.namespace(deployment))
              && !Meta.deleting(replicaSet);
      if (near && selector.selects(replicaSet)) {
        writer.update(
            ResourceKinds.REPLICA_SET,
            replicaSet,
            latest ->
                latest
                    .withObject("/metadata")
                    .set("ownerReferences", Meta.controlledBy(deployment).get("ownerReferences")));
      }
    }
  }

  /**
   * Removes the oldest ReplicaSets without pods, down to the revision history limit of the
   * Deployment.
   */
  void trimHistory(DeploymentView view) {
    int kept = view.deployment().path("spec").path("revisionHistoryLimit").asInt(DEFAULT_HISTORY);
    List<ObjectNode> empty =
        view.old().stream()
            .filter(rs -> !Meta.deleting(rs) && DeploymentView.asked(rs) == 0)
            .filter(rs -> DeploymentView.reported(rs, "replicas") == 0)
            .sorted(Comparator.comparingLong(DeploymentView::revision))
            .toList();
    int tooMany = view.old().size() - kept;
    empty.stream()
        .limit(Math.max(0, tooMany))
        .forEach(rs -> writer.delete(ResourceKinds.REPLICA_SET, rs, DeleteOptions.background()));
  }
}
