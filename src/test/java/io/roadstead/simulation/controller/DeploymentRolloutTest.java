// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.deployment;
import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentRolloutTest {
  private final ControllersFixture cluster = new ControllersFixture();

  @Test
  void becomesAvailableAfterPullAndStart() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("ReplicaSetUpdated");
    assertThat(cluster.deployment("kubia").at("/status/unavailableReplicas").asInt()).isEqualTo(3);

    cluster.advance(2);

    JsonNode status = cluster.deployment("kubia").path("status");
    assertThat(status.path("readyReplicas").asInt()).isEqualTo(3);
    assertThat(status.path("availableReplicas").asInt()).isEqualTo(3);
    assertThat(status.has("unavailableReplicas")).isFalse();
    assertThat(status.path("observedGeneration").asInt()).isEqualTo(1);
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("NewReplicaSetAvailable");
    assertThat(cluster.condition(ResourceKinds.DEPLOYMENT, "kubia", "Available").path("reason"))
        .hasToString("\"MinimumReplicasAvailable\"");
  }

  @Test
  void leavesGenerationAloneWhenOnlyTheRevisionIsNoted() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 1));
    cluster.advance(5);
    ObjectNode deployment = cluster.deployment("kubia");
    assertThat(deployment.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(Meta.annotation(deployment, DeploymentView.REVISION)).isEqualTo("1");
  }

  @Test
  void writesNothingMoreOnceSettled() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(10);
    long version = cluster.store.resourceVersion();
    cluster.advance(1800);
    assertThat(cluster.store.resourceVersion()).isEqualTo(version);
  }

  @Test
  void namesReplicaSetAndPodsByTemplateHash() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 1));
    ObjectNode replicaSet = cluster.replicaSets().get(0);
    String hash = Meta.labels(replicaSet).get("pod-template-hash");
    assertThat(Meta.name(replicaSet)).isEqualTo("kubia-" + hash);
    assertThat(replicaSet.at("/spec/selector/matchLabels/pod-template-hash").asText())
        .isEqualTo(hash);
    assertThat(Meta.name(cluster.onlyPod())).matches("kubia-" + hash + "-[a-z0-9]{5}");
    JsonNode owner = cluster.onlyPod().at("/metadata/ownerReferences/0");
    assertThat(owner.path("controller").asBoolean()).isTrue();
    assertThat(owner.path("blockOwnerDeletion").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 25%, 25%, 5, 3",
    "10, 25%, 25%, 13, 8",
    "10, 0, 1, 10, 9",
    "10, 3, 0, 13, 10",
    "5, 100%, 0, 10, 5",
    "3, 0%, 10%, 3, 2",
    "1, 25%, 25%, 2, 1"
  })
  void neverLeavesTheBoundsOfSurgeAndAvailability(
      int replicas, String surge, String unavailable, int most, int least) {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", replicas);
    ObjectNode rolling = deployment.withObject("/spec/strategy/rollingUpdate");
    put(rolling, "maxSurge", surge);
    put(rolling, "maxUnavailable", unavailable);
    cluster.deploy(deployment);
    cluster.advance(5);

    cluster.setImage("kubia", "luksa/kubia:2.0");

    Set<Integer> mixes = new TreeSet<>();
    for (int step = 0; step < 600 && !rolledTo("luksa/kubia:2.0", replicas); step++) {
      cluster.clock.advance(Duration.ofMillis(100));
      List<ObjectNode> active = cluster.pods().stream().filter(Pods::active).toList();
      long ready = active.stream().filter(Pods::ready).count();
      assertThat(active.size()).as("pods at step %d", step).isLessThanOrEqualTo(most);
      assertThat(ready).as("ready pods at step %d", step).isGreaterThanOrEqualTo(least);
      mixes.add((int) active.stream().filter(p -> runs(p, "luksa/kubia:2.0")).count());
    }
    assertThat(rolledTo("luksa/kubia:2.0", replicas)).isTrue();
    assertThat(mixes.size())
        .as("sizes of the new version on the way")
        .isGreaterThanOrEqualTo(replicas == 10 ? 2 : 1);
    cluster.advance(5);
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("NewReplicaSetAvailable");
    assertThat(cluster.deployment("kubia").at("/status/updatedReplicas").asInt())
        .isEqualTo(replicas);
  }

  private static void put(ObjectNode rolling, String field, String amount) {
    if (amount.endsWith("%")) {
      rolling.put(field, amount);
      return;
    }
    rolling.put(field, Integer.parseInt(amount));
  }

  private boolean rolledTo(String image, int replicas) {
    List<ObjectNode> pods = cluster.pods();
    return pods.size() == replicas
        && pods.stream().allMatch(pod -> runs(pod, image) && Pods.ready(pod));
  }

  private static boolean runs(JsonNode pod, String image) {
    return pod.at("/spec/containers/0/image").asText().equals(image);
  }

  @Test
  void keepsTheOldVersionServingWhenTheNewOneCannotBePulled() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 4));
    cluster.advance(5);
    cluster.setImage("kubia", "luksa/no-such-image:2.0");
    cluster.advance(60);
    JsonNode status = cluster.deployment("kubia").path("status");
    assertThat(status.path("availableReplicas").asInt()).isEqualTo(3);
    assertThat(status.path("updatedReplicas").asInt()).isEqualTo(2);
    assertThat(cluster.condition(ResourceKinds.DEPLOYMENT, "kubia", "Available").path("status"))
        .hasToString("\"True\"");
  }

  @Test
  void reportsDeadlineExceededWhenNothingMovesForItsTime() {
    ObjectNode deployment = deployment("kubia", "no-such-image", 2);
    deployment.withObject("/spec").put("progressDeadlineSeconds", 30);
    cluster.deploy(deployment);
    cluster.advance(29);
    assertThat(progressing("kubia").path("status").asText()).isEqualTo("True");
    cluster.advance(4);
    assertThat(progressing("kubia").path("status").asText()).isEqualTo("False");
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("ProgressDeadlineExceeded");

    cluster.setImage("kubia", "luksa/kubia:1.0");
    cluster.advance(10);
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("NewReplicaSetAvailable");
  }

  @Test
  void reusesTheOldReplicaSetWhenTheTemplateReturns() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.advance(5);
    String first = Meta.name(cluster.replicaSets().get(0));
    cluster.setImage("kubia", "luksa/kubia:2.0");
    cluster.advance(20);
    cluster.setImage("kubia", "luksa/kubia:1.0");
    cluster.advance(20);

    assertThat(cluster.replicaSets()).hasSize(2);
    ObjectNode reused = cluster.get(ResourceKinds.REPLICA_SET, first);
    assertThat(DeploymentView.asked(reused)).isEqualTo(2);
    assertThat(Meta.annotation(reused, DeploymentView.REVISION)).isEqualTo("3");
    assertThat(Meta.annotation(cluster.deployment("kubia"), DeploymentView.REVISION))
        .isEqualTo("3");
  }

  @Test
  void keepsOnlyTheHistoryAskedFor() {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:0", 1);
    deployment.withObject("/spec").put("revisionHistoryLimit", 2);
    cluster.deploy(deployment);
    for (int version = 1; version <= 5; version++) {
      cluster.advance(10);
      cluster.setImage("kubia", "luksa/kubia:" + version);
    }
    cluster.advance(20);
    assertThat(cluster.replicaSets().stream().map(DeploymentView::revision))
        .containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void recreateStartsTheNewVersionOnlyAfterTheLastOldPodIsGone() {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 3);
    deployment.withObject("/spec").set("strategy", json("{'type': 'Recreate'}"));
    cluster.deploy(deployment);
    cluster.advance(5);
    cluster.setImage("kubia", "luksa/kubia:2.0");
    for (int step = 0; step < 100; step++) {
      cluster.clock.advance(Duration.ofMillis(100));
      Set<String> images =
          cluster.pods().stream()
              .map(pod -> pod.at("/spec/containers/0/image").asText())
              .collect(Collectors.toSet());
      assertThat(images).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(rolledTo("luksa/kubia:2.0", 3)).isTrue();
  }

  @Test
  void holdsTheRolloutWhilePausedButStillScales() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.advance(5);
    pause(true);
    cluster.setImage("kubia", "luksa/kubia:2.0");
    cluster.scale("kubia", 4);
    cluster.advance(10);
    assertThat(cluster.pods()).hasSize(4).allMatch(pod -> runs(pod, "luksa/kubia:1.0"));
    assertThat(progressing("kubia").path("reason").asText()).isEqualTo("DeploymentPaused");
    pause(false);
    cluster.advance(20);
    assertThat(rolledTo("luksa/kubia:2.0", 4)).isTrue();
  }

  private void pause(boolean paused) {
    cluster.change(
        ResourceKinds.DEPLOYMENT,
        "kubia",
        d -> {
          d.withObject("/spec").put("paused", paused);
          return d;
        });
  }

  @Test
  void sharesAScaleUpBetweenOldAndNewInTheMiddleOfARollout() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 8));
    cluster.advance(5);
    cluster.setImage("kubia", "luksa/no-such-image:2.0");
    cluster.advance(10);
    cluster.scale("kubia", 16);
    cluster.advance(10);
    long updated = cluster.pods().stream().filter(p -> runs(p, "luksa/no-such-image:2.0")).count();
    assertThat(cluster.pods()).hasSize(20);
    assertThat(updated).isBetween(6L, 10L);
  }

  @Test
  void deletesNotReadyPodsFirstWhenScaledDown() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.advance(5);
    Set<String> ready = cluster.pods().stream().map(Meta::name).collect(Collectors.toSet());
    cluster.scale("kubia", 4);
    cluster.scale("kubia", 2);
    cluster.advance(5);
    assertThat(cluster.pods().stream().map(Meta::name)).containsExactlyInAnyOrderElementsOf(ready);
  }

  @Test
  void scalesToZeroAndBack() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(5);
    cluster.scale("kubia", 0);
    cluster.advance(5);
    assertThat(cluster.pods()).isEmpty();
    cluster.scale("kubia", 2);
    cluster.advance(5);
    assertThat(cluster.pods()).hasSize(2).allMatch(Pods::ready);
    assertThat(cluster.events("ScalingReplicaSet"))
        .anyMatch(e -> e.matches("1x Scaled up replica set kubia-\\S+ from 0 to 3"))
        .anyMatch(e -> e.matches("1x Scaled down replica set kubia-\\S+ from 3 to 0"))
        .anyMatch(e -> e.matches("1x Scaled up replica set kubia-\\S+ from 0 to 2"));
  }

  @Test
  void waitsForMinReadySecondsBeforeCallingAPodAvailable() {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 1);
    deployment.withObject("/spec").put("minReadySeconds", 20);
    cluster.deploy(deployment);
    cluster.advance(5);
    assertThat(cluster.deployment("kubia").at("/status/readyReplicas").asInt()).isEqualTo(1);
    assertThat(cluster.deployment("kubia").at("/status").has("availableReplicas")).isFalse();
    cluster.advance(20);
    assertThat(cluster.deployment("kubia").at("/status/availableReplicas").asInt()).isEqualTo(1);
  }

  @Test
  void takesReplicaSetsAndPodsAlongWhenDeleted() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(5);
    cluster.store.delete(ResourceKinds.DEPLOYMENT, "default", "kubia", DeleteOptions.background());
    cluster.clock.settle();
    assertThat(cluster.replicaSets()).isEmpty();
    assertThat(cluster.pods()).hasSize(3).allMatch(Meta::deleting);
    cluster.advance(2);
    assertThat(cluster.pods()).isEmpty();
  }

  @Test
  void adoptsWhatAnOrphaningDeleteLeftBehind() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.advance(5);
    Set<String> before = cluster.pods().stream().map(Meta::uid).collect(Collectors.toSet());
    cluster.store.delete(
        ResourceKinds.DEPLOYMENT,
        "default",
        "kubia",
        DeleteOptions.background().with(DeleteOptions.Propagation.ORPHAN));
    cluster.clock.settle();
    assertThat(cluster.pods()).hasSize(2).noneMatch(Meta::deleting);
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.advance(5);
    assertThat(cluster.pods().stream().map(Meta::uid)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(cluster.replicaSets()).hasSize(1);
    assertThat(cluster.deployment("kubia").at("/status/availableReplicas").asInt()).isEqualTo(2);
  }

  private JsonNode progressing(String deployment) {
    return cluster.condition(ResourceKinds.DEPLOYMENT, deployment, "Progressing");
  }
}
