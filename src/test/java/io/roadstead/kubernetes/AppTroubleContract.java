// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.App;
import io.roadstead.app.AppState;
import io.roadstead.app.AppStatus;
import io.roadstead.app.Pod;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import org.junit.jupiter.api.Test;

/** What reading an app says that is not as asked, on whichever API server. */
abstract class AppTroubleContract extends AppReaderFixture {
  @Test
  void reportsFailedWhenImageDoesNotExist() {
    deploy("kubia", "example.com/no-such-image:1", 1);

    App app = awaitState("kubia", AppState.FAILED);

    assertThat(app.status().reasons().get(0).reason()).isEqualTo(Reason.IMAGE_NOT_FOUND);
  }

  @Test
  void reportsFailedWhenContainerCrashes() {
    deploy("kubia", "example.com/crash:1", 1);

    App app = awaitState("kubia", AppState.FAILED);

    assertThat(app.status().reasons().get(0).reason()).isEqualTo(Reason.CRASH_LOOP);
    assertThat(app.status().reasons().get(0).evidence().exitCode()).isEqualTo(1);
  }

  @Test
  void reportsOutOfMemoryWhenContainerWasKilledForIt() {
    deploy("kubia", "example.com/oom:1", 1);

    App app = awaitState("kubia", AppState.FAILED);

    assertThat(app.status().reasons().get(0).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void reportsDegradedWhileTheOldVersionServesAndTheNewOneFails() {
    deploy("kubia", "luksa/kubia:1.0", 3);
    awaitState("kubia", AppState.READY);

    deploy("kubia", "example.com/no-such-image:2", 3);

    AppStatus status = awaitState("kubia", AppState.DEGRADED).status();
    assertThat(status.reasons().get(0).reason()).isEqualTo(Reason.IMAGE_NOT_FOUND);
    assertThat(status.reasons().get(0).message()).contains("Version 1 still serves");
    assertThat(status.rollout().steps()).extracting(step -> step.revision()).startsWith(2L, 1L);
  }

  @Test
  void reportsUnschedulableWhenNoNodeHasRoom() {
    apply(
        with(
            deployment("kubia", "luksa/kubia:1.0", 1),
            kubia ->
                kubia
                    .withNewResources()
                    .addToRequests("cpu", new Quantity("1000"))
                    .endResources()));

    App app = awaitReason("kubia", Reason.UNSCHEDULABLE);

    StatusReason first = app.status().reasons().get(0);
    assertThat(first.reason()).isEqualTo(Reason.UNSCHEDULABLE);
    assertThat(first.affectedPods()).isEqualTo(1);
    assertThat(first.message()).contains("too little CPU free");
    assertThat(app.status().pods()).allSatisfy(pod -> assertThat(pod.node()).isNull());
    assertThat(awaitState("kubia", AppState.FAILED).status().reasons().get(0).reason())
        .isEqualTo(Reason.UNSCHEDULABLE);
  }

  @Test
  void reportsTheProbeWhileContainerRunsWithoutBecomingReady() {
    apply(
        with(
            deployment("kubia", "example.com/never-ready:1", 1),
            kubia ->
                kubia
                    .withNewReadinessProbe()
                    .withNewTcpSocket()
                    .withNewPort(8080)
                    .endTcpSocket()
                    .withPeriodSeconds(1)
                    .withFailureThreshold(1)
                    .endReadinessProbe()));

    App app = awaitReason("kubia", Reason.PROBE_FAILING);

    assertThat(app.status().state()).isEqualTo(AppState.DEPLOYING);
    assertThat(app.status().reasons().get(0).reason()).isEqualTo(Reason.PROBE_FAILING);
    assertThat(app.status().pods()).hasSize(1).noneMatch(Pod::ready);
  }

  @Test
  void reportsQuotaExceededWhenItLeavesNoRoomForMorePods() {
    watched.client().resource(quotaOfOnePod()).create();
    awaitQuotaInForce();

    deploy("kubia", "luksa/kubia:1.0", 3);

    awaitReason("kubia", Reason.QUOTA_EXCEEDED);
    AppStatus status = awaitState("kubia", AppState.DEGRADED).status();
    assertThat(status.reasons().get(0).reason()).isEqualTo(Reason.QUOTA_EXCEEDED);
    assertThat(status.reasons().get(0).affectedPods()).isEqualTo(2);
    assertThat(status.reasons().get(0).evidence().event()).contains("one-pod");
    assertThat(status.pods()).hasSize(1);
  }

  @Test
  void reportsTheProgressDeadlineBesidesItsCause() {
    apply(
        deployment("kubia", "example.com/no-such-image:1", 1)
            .editSpec()
            .withProgressDeadlineSeconds(2)
            .endSpec());

    App app = awaitReason("kubia", Reason.PROGRESS_DEADLINE_EXCEEDED);

    assertThat(app.status().state()).isEqualTo(AppState.FAILED);
    assertThat(reasons(app))
        .containsSubsequence(Reason.IMAGE_NOT_FOUND, Reason.PROGRESS_DEADLINE_EXCEEDED);
  }

  private ResourceQuota quotaOfOnePod() {
    return new ResourceQuotaBuilder()
        .withNewMetadata()
        .withName("one-pod")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .addToHard("pods", new Quantity("1"))
        .endSpec()
        .build();
  }

  /** Until a quota's use has been counted, the API server refuses every pod in other words. */
  private void awaitQuotaInForce() {
    io.fabric8.kubernetes.api.model.Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("trial")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("kubia")
            .withImage("luksa/kubia:1.0")
            .endContainer()
            .endSpec()
            .build();
    await("the quota")
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(KubernetesClientException.class)
        .until(() -> watched.client().resource(pod).dryRun().create() != null);
  }
}
