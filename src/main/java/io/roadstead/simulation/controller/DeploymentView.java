// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment with the ReplicaSets that it controls.
 *
 * @param newest the ReplicaSet of the current template, if it exists yet
 * @param old the others, oldest first
 */
record DeploymentView(ObjectNode deployment, @Nullable ObjectNode newest, List<ObjectNode> old) {
  static final String REVISION = "deployment.kubernetes.io/revision";

  static DeploymentView of(ObjectNode deployment, List<ObjectNode> replicaSets) {
    JsonNode template = deployment.path("spec").path("template");
    List<ObjectNode> sorted =
        replicaSets.stream()
            .sorted(Comparator.comparing(Meta::created).thenComparing(Meta::name))
            .toList();
    Optional<ObjectNode> newest =
        sorted.stream()
            .filter(rs -> TemplateHash.same(rs.path("spec").path("template"), template))
            .findFirst();
    List<ObjectNode> old =
        sorted.stream().filter(rs -> newest.isEmpty() || rs != newest.get()).toList();
    return new DeploymentView(deployment, newest.orElse(null), old);
  }

  int replicas() {
    return deployment.path("spec").path("replicas").asInt(1);
  }

  boolean paused() {
    return deployment.path("spec").path("paused").asBoolean();
  }

  boolean recreate() {
    return deployment.path("spec").path("strategy").path("type").asText().equals("Recreate");
  }

  List<ObjectNode> all() {
    return newest == null ? old : Stream.concat(old.stream(), Stream.of(newest)).toList();
  }

  List<ObjectNode> active() {
    return all().stream().filter(rs -> asked(rs) > 0).toList();
  }

  int totalAsked() {
    return all().stream().mapToInt(DeploymentView::asked).sum();
  }

  int total(String statusField) {
    return all().stream().mapToInt(rs -> reported(rs, statusField)).sum();
  }

  long lastRevision() {
    return all().stream().mapToLong(DeploymentView::revision).max().orElse(0);
  }

  static int asked(JsonNode replicaSet) {
    return replicaSet.path("spec").path("replicas").asInt();
  }

  static int available(JsonNode replicaSet) {
    return reported(replicaSet, "availableReplicas");
  }

  static int reported(JsonNode replicaSet, String statusField) {
    return replicaSet.path("status").path(statusField).asInt();
  }

  static long revision(JsonNode object) {
    String revision = Meta.annotation(object, REVISION);
    return revision.isEmpty() ? 0 : Long.parseLong(revision);
  }
}
