// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import static io.roadstead.kubernetes.status.AppFixture.IMAGE;
import static io.roadstead.kubernetes.status.AppFixture.NOW;
import static io.roadstead.kubernetes.status.AppFixture.app;
import static io.roadstead.kubernetes.status.AppFixture.newApp;
import static io.roadstead.kubernetes.status.PodFixture.exit;
import static io.roadstead.kubernetes.status.PodFixture.pod;
import static io.roadstead.kubernetes.status.PodFixture.uid;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.AppState;
import io.roadstead.app.AppStatus;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Reachability;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.ContainerRecord.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state and the reasons of an app, for each way in which it can be or fail to be. */
final class StatusReaderTest {
  private static final Duration JUST_NOW = Duration.ofSeconds(2);

  private final StatusReader reader =
      new StatusReader(
          Clock.fixed(NOW, ZoneOffset.UTC), () -> ClusterTraits.UNKNOWN, Reachability.NONE);

  @Test
  void reportsReadyWithoutReasonsWhenEverythingIsAsAsked() {
    AppStatus status = read(app().pods(pod("a"), pod("b"), pod("c")));

    assertThat(status.state()).isEqualTo(AppState.READY);
    assertThat(status.reasons()).isEmpty();
    assertThat(status.rollout().complete()).isTrue();
    assertThat(status.rollout().steps()).isEmpty();
    assertThat(status.pods()).hasSize(3).allMatch(found -> found.revision() == 4);
    assertThat(status.pods().get(0).zone()).isEqualTo("zone-a");
  }

  @Test
  void reportsReadyWhenThereIsNoProgressDeadline() {
    assertThat(read(app().withoutProgressDeadline().pods(pod("a"), pod("b"), pod("c"))).state())
        .isEqualTo(AppState.READY);
  }

  @Test
  void reportsDeletingWhenDeletionWasAskedFor() {
    assertThat(read(app().deleting()).state()).isEqualTo(AppState.DELETING);
  }

  @Test
  void reportsStoppedWithTheCountItHadWhenNoPodIsLeft() {
    AppStatus status =
        read(app().desired(0).counts(0, 0, 0).annotation(AppKeys.REPLICAS_BEFORE_STOP, "3"));

    assertThat(status.state()).isEqualTo(AppState.STOPPED);
    assertThat(status.replicasBeforeStop()).isEqualTo(3);
    assertThat(status.reasons()).isEmpty();
  }

  @Test
  void reportsScalingWhileTheLastPodsOfAStoppedAppEnd() {
    AppStatus status = read(app().desired(0).counts(0, 0, 0).pods(pod("a").deleting()));

    assertThat(status.state()).isEqualTo(AppState.SCALING);
    assertThat(only(status).reason()).isEqualTo(Reason.STOPPING);
  }

  @Test
  void reportsDeployingWhenTheClusterHasNotSeenTheSpec() {
    AppStatus status = read(app().unobserved().pods(pod("a"), pod("b"), pod("c")));

    assertThat(status.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(status).reason()).isEqualTo(Reason.STARTING);
  }

  @Test
  void reportsDeployingWhilePodsOfANewAppStart() {
    AppStatus status =
        read(newApp(2).pods(pod("a").waiting("ContainerCreating", ""), pod("b").pending()));

    assertThat(status.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(status).reason()).isEqualTo(Reason.STARTING);
    assertThat(only(status).affectedPods()).isEqualTo(2);
  }

  @Test
  void reportsPullingWhileAnImageIsPulled() {
    AppStatus status =
        read(
            newApp(1)
                .pods(pod("a").waiting("ContainerCreating", ""))
                .ordinary(uid("a"), "Pulling", "Pulling image \"" + IMAGE + "\""));

    assertThat(status.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(status).reason()).isEqualTo(Reason.PULLING_IMAGE);
  }

  @Test
  void reportsStartingWhileAnInitContainerRuns() {
    AppStatus status =
        read(
            newApp(1)
                .pods(pod("a").initRunning().waiting("PodInitializing", ""))
                .ordinary(uid("a"), "Pulling", "Pulling image \"" + IMAGE + "\""));

    assertThat(only(status).reason()).isEqualTo(Reason.STARTING);
  }

  @Test
  void reportsPullingWhileTheImageOfTheNextContainerIsPulled() {
    AppStatus status =
        read(
            newApp(1)
                .pods(pod("a").terminated(Role.INIT, 0, 0).waiting("PodInitializing", ""))
                .ordinary(uid("a"), "Pulling", "Pulling image \"" + IMAGE + "\"")
                .ordinary(uid("a"), "Pulling", "Pulling image \"busybox:1\""));

    assertThat(only(status).reason()).isEqualTo(Reason.PULLING_IMAGE);
    assertThat(only(status).evidence().event()).contains(IMAGE);
  }

  @Test
  void reportsScalingWhileMorePodsStart() {
    AppStatus status =
        read(
            app()
                .desired(5)
                .counts(5, 5, 3)
                .pods(pod("a"), pod("b"), pod("c"), pod("d").pending()));

    assertThat(status.state()).isEqualTo(AppState.SCALING);
    assertThat(status.rollout().complete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ErrImagePull | rpc error: code = NotFound desc = failed to pull and unpack image: x: not"
            + " found | IMAGE_NOT_FOUND",
        "ImagePullBackOff | Back-off pulling image \"x\": ErrImagePull: manifest unknown |"
            + " IMAGE_NOT_FOUND",
        "ErrImagePull | no matching manifest for linux/arm64 in the manifest list entries |"
            + " IMAGE_NOT_FOUND",
        "ErrImagePull | failed to authorize: failed to fetch oauth token: 401 Unauthorized |"
            + " IMAGE_PULL_DENIED",
        "ErrImagePull | pull access denied, repository does not exist or may require authorization"
            + " | IMAGE_PULL_DENIED",
        "ErrImagePull | Requesting bearer token: invalid status code from registry 403"
            + " (Forbidden): denied: requested access to the resource is denied | IMAGE_PULL_DENIED",
        "InvalidImageName | couldn't parse image name: invalid reference format |"
            + " INVALID_IMAGE_NAME",
        "CreateContainerConfigError | configmap \"settings\" not found | CONFIG_MISSING",
        "CreateContainerConfigError | secret \"db\" not found | CONFIG_MISSING",
        "CreateContainerConfigError | couldn't find key password in Secret default/db |"
            + " CONFIG_MISSING",
        "CreateContainerConfigError | container has runAsNonRoot and image will run as root |"
            + " CONTAINER_FAILED",
        "RunContainerError | exec: \"strat\": executable file not found in $PATH | BAD_COMMAND",
        "CreateContainerError | exec /app: exec format error | BAD_COMMAND",
        "CreateContainerError | context deadline exceeded | CONTAINER_FAILED",
      })
  void reportsFailedWhenContainerCannotStart(String waiting, String message, Reason expected) {
    AppStatus status = read(newApp(1).pods(pod("a").waiting(waiting, message)));

    assertThat(status.state()).isEqualTo(AppState.FAILED);
    assertThat(only(status).reason()).isEqualTo(expected);
    assertThat(only(status).object()).isEqualTo("Pod/a");
    assertThat(only(status).evidence().event()).contains(message);
    assertThat(only(status).message()).contains("(1 of 1 pod)");
  }

  @Test
  void findsTheCauseInTheEventWhenTheContainerOnlySaysThatItBacksOff() {
    AppStatus status =
        read(
            newApp(1)
                .pods(pod("a").waiting("ImagePullBackOff", "Back-off pulling image \"x\""))
                .warning(
                    uid("a"),
                    "Failed",
                    "Failed to pull image \"" + IMAGE + "\": not found",
                    JUST_NOW));

    assertThat(only(status).reason()).isEqualTo(Reason.IMAGE_NOT_FOUND);
  }

  @Test
  void doesNotFailAnAppWhenItsRegistryDoesNotAnswerForAMoment() {
    String words = "dial tcp: lookup registry.example.com: no such host";
    AppStatus atFirst =
        read(
            newApp(1)
                .pods(pod("a").createdAgo(Duration.ofSeconds(20)).waiting("ErrImagePull", words)));
    AppStatus later = read(newApp(1).pods(pod("a").waiting("ErrImagePull", words)));

    assertThat(only(atFirst).reason()).isEqualTo(Reason.IMAGE_PULL_FAILED);
    assertThat(atFirst.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(later.state()).isEqualTo(AppState.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, Error, CRASH_LOOP",
    "0, Completed, CRASH_LOOP",
    "137, OOMKilled, OUT_OF_MEMORY",
    "127, Error, BAD_COMMAND",
    "126, Error, BAD_COMMAND",
    "128, StartError, BAD_COMMAND",
  })
  void reportsFailedWithExitWhenContainerCrashes(int code, String reason, Reason expected) {
    AppStatus status = read(newApp(1).pods(pod("a").crashed(code, reason, "last words", 3)));

    assertThat(status.state()).isEqualTo(AppState.FAILED);
    assertThat(only(status).reason()).isEqualTo(expected);
    assertThat(only(status).evidence().exitCode()).isEqualTo(code);
    assertThat(only(status).evidence().logTail()).isEqualTo("last words");
    assertThat(only(status).since()).isEqualTo(NOW.minusSeconds(5));
  }

  @Test
  void recognizesACrashLoopWhileTheContainerRunsBetweenTwoCrashes() {
    AppStatus status =
        read(
            app()
                .desired(1)
                .counts(1, 1, 1)
                .pods(
                    pod("a")
                        .running(
                            Duration.ofSeconds(2),
                            4,
                            exit(1, "Error", "boom", Duration.ofSeconds(42)))));

    assertThat(status.state()).isEqualTo(AppState.FAILED);
    assertThat(only(status).reason()).isEqualTo(Reason.CRASH_LOOP);
  }

  @Test
  void forgetsACrashLoopOnceTheContainerHasRunForLong() {
    AppStatus status =
        read(
            app()
                .desired(1)
                .counts(1, 1, 1)
                .pods(
                    pod("a")
                        .running(
                            Duration.ofMinutes(3),
                            4,
                            exit(1, "Error", "boom", Duration.ofMinutes(4)))));

    assertThat(status.state()).isEqualTo(AppState.READY);
  }

  @Test
  void doesNotCallTheFirstCrashALoop() {
    AppStatus first = read(newApp(1).pods(pod("a").unready().terminated(Role.MAIN, 1, 0)));
    AppStatus second = read(newApp(1).pods(pod("a").unready().terminated(Role.MAIN, 1, 1)));

    assertThat(first.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(second.state()).isEqualTo(AppState.FAILED);
  }

  @Test
  void namesTheLivenessProbeWhenItKillsTheContainer() {
    AppStatus status =
        read(
            newApp(1)
                .pods(pod("a").crashed(143, "Error", "", 3))
                .warning(uid("a"), "Unhealthy", "Liveness probe failed: HTTP 500", JUST_NOW));

    assertThat(only(status).reason()).isEqualTo(Reason.CRASH_LOOP);
    assertThat(only(status).message()).contains("liveness probe");
    assertThat(only(status).evidence().event()).contains("HTTP 500");
  }

  @Test
  void coversInitContainersAndSidecars() {
    assertThat(only(read(newApp(1).pods(pod("a").pending().terminated(Role.INIT, 1, 2)))).message())
        .contains("'setup'");
    assertThat(read(newApp(1).pods(pod("a").pending().terminated(Role.INIT, 0, 0))).state())
        .isEqualTo(AppState.DEPLOYING);
    assertThat(only(read(newApp(1).pods(pod("a").unready().sidecarCrashed(3)))).message())
        .contains("'proxy'");
  }

  @Test
  void mergesTheSameReasonOverSeveralPods() {
    AppStatus status =
        read(
            app()
                .counts(3, 3, 1)
                .pods(
                    pod("a"),
                    pod("b").crashed(1, "Error", "x", 2),
                    pod("c").crashed(2, "Error", "y", 3)));

    assertThat(status.state()).isEqualTo(AppState.DEGRADED);
    assertThat(only(status).affectedPods()).isEqualTo(2);
    assertThat(only(status).message()).contains("(2 of 3 pods)");
  }

  @Test
  void reportsDegradedWithTheOldVersionWhenTheNewOneFailsAndTheOldOneServes() {
    AppStatus status =
        read(
            app()
                .counts(4, 1, 3)
                .progressing("True", "ReplicaSetUpdated")
                .formerVersion(3, 3)
                .pods(
                    pod("a").ofFormerVersion(),
                    pod("b").ofFormerVersion(),
                    pod("c").ofFormerVersion(),
                    pod("d").waiting("ErrImagePull", "not found")));

    assertThat(status.state()).isEqualTo(AppState.DEGRADED);
    StatusReason worst = status.reasons().get(0);
    assertThat(worst.reason()).isEqualTo(Reason.IMAGE_NOT_FOUND);
    assertThat(worst.message()).endsWith("Version 3 still serves with 3 pods.");
    assertThat(status.rollout().complete()).isFalse();
    assertThat(status.rollout().steps())
        .extracting(step -> step.revision())
        .containsExactly(4L, 3L);
    assertThat(status.rollout().steps())
        .extracting(step -> step.latest())
        .containsExactly(true, false);
  }

  @Test
  void doesNotFailAnUpdateForTheCrashesOfTheVersionThatItReplaces() {
    AppStatus status =
        read(
            app()
                .desired(1)
                .counts(2, 1, 0)
                .progressing("True", "ReplicaSetUpdated")
                .formerVersion(1, 0)
                .pods(pod("a").ofFormerVersion().crashed(1, "Error", "x", 9), pod("b").pending()));

    assertThat(status.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(status.reasons()).noneMatch(found -> found.reason() == Reason.CRASH_LOOP);
  }

  @Test
  void givesAnAutoscalerTheTimeToSpeakBeforeAPodIsUnschedulable() {
    String words = "0/3 nodes are available: 3 Insufficient cpu.";
    AppStatus atFirst = read(newApp(1).pods(pod("a").unscheduled(words, Duration.ofSeconds(5))));
    AppStatus later = read(newApp(1).pods(pod("a").unscheduled(words, Duration.ofSeconds(40))));
    AppStatus ordered =
        read(
            newApp(1)
                .pods(pod("a").unscheduled(words, Duration.ofMinutes(2)))
                .ordinary(uid("a"), "TriggeredScaleUp", "pod triggered scale-up: 3->4"));

    assertThat(atFirst.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(atFirst).reason()).isEqualTo(Reason.UNSCHEDULABLE);
    assertThat(later.state()).isEqualTo(AppState.FAILED);
    assertThat(only(later).evidence().event()).contains("3 Insufficient cpu");
    assertThat(ordered.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(ordered).reason()).isEqualTo(Reason.WAITING_FOR_NODE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod. | No node can run the pod: 3 of 3 nodes have too little CPU free; a pod requests 1000 CPUs, the largest node has 4 CPUs (1 of 1 pod). Lower the requests, or add a larger node.
          0/1 nodes are available: 1 Insufficient memory. | No node can run the pod: 1 of 1 node has too little memory free; a pod requests 512 MiB of memory, the largest node has 8 GiB of memory (1 of 1 pod). Lower the requests or the number of pods, or add nodes.
          0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: gpu}. | No node can run the pod: 1 of 2 nodes has too little CPU free, 1 of 2 nodes has the taint dedicated, which the pod does not tolerate; a pod requests 1000 CPUs, the largest node has 4 CPUs (1 of 1 pod). Lower the requests, or add a larger node.
          0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector. | No node can run the pod: 2 of 2 nodes didn't match Pod's node affinity/selector (1 of 1 pod). Change what the pod requires, or add nodes that it can run on.
          0/2 nodes are available: 2 node(s) were unschedulable. | No node can run the pod: 2 of 2 nodes are closed for new pods (1 of 1 pod). Change what the pod requires, or add nodes that it can run on.
          0/2 nodes are available: 2 Insufficient nvidia.com/gpu. | No node can run the pod: 2 of 2 nodes have too little nvidia.com/gpu free (1 of 1 pod). Lower the requests or the number of pods, or add nodes.
          no nodes available to schedule pods | No node can run the pod: no nodes available to schedule pods (1 of 1 pod). Lower the requests or the number of pods, or add nodes.
          """)
  void saysWhatAPodRequestsAndWhatTheNodesHave(String words, String message) {
    AppStatus status =
        read(
            newApp(1)
                .requests(Map.of("cpu", "1000", "memory", "512Mi"))
                .pods(pod("a").unscheduled(words, Duration.ofSeconds(40))));

    assertThat(only(status).message()).isEqualTo(message);
    assertThat(only(status).evidence().event()).isEqualTo("FailedScheduling: " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          pods "sa-74c48f84db-" is forbidden: error looking up service account default/nosa: serviceaccount "nosa" not found | Service account 'nosa' does not exist in namespace 'default'. Create it, or leave serviceAccountName out.
          pods "x-" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true | The namespace's pod security standard 'restricted' forbids the pods: runAsNonRoot != true. Change the app to comply, or use a namespace that allows it.
          admission webhook "policy.example.com" denied the request: no latest. | Admission webhook 'policy.example.com' rejects the pods: no latest. Change the app so that the policy allows it.
          pods "x-" is forbidden: maximum cpu usage per Container is 1, but limit is 2 | The cluster does not admit the pods: maximum cpu usage per Container is 1, but limit is 2. Change the app so that the cluster's policies allow it.
          pods "x-" is forbidden: exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1 | Resource quota 'small' leaves no room for more pods: requested pods=1, used pods=1, limited pods=1. Lower the requests or the number of pods, or ask a cluster administrator to raise the quota.
          """)
  void saysWhyNoPodIsCreated(String words, String message) {
    AppStatus status = read(newApp(1).counts(0, 0, 0).replicaFailure(words));

    assertThat(only(status).message()).isEqualTo(message);
    assertThat(only(status).evidence().event()).endsWith(words);
  }

  @Test
  void saysHowOftenAContainerStoppedAndWhatItWroteLast() {
    AppStatus logged = read(newApp(1).pods(pod("a").crashed(1, "Error", "start\nno config\n", 4)));
    AppStatus silent = read(newApp(1).pods(pod("a").crashed(1, "Error", null, 4)));
    AppStatus done = read(newApp(1).pods(pod("a").crashed(0, "Completed", null, 2)));

    assertThat(only(logged).message())
        .isEqualTo(
            "Container 'kubia' keeps stopping with exit code 1: 5 starts since"
                + " 2026-11-23T07:58:00Z (1 of 1 pod). Its last output: \"no config\".");
    assertThat(only(silent).message())
        .endsWith("Read its log: kubectl logs --namespace default a --container kubia --previous");
    assertThat(only(done).message()).contains("an app must keep running");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          configmap "settings" not found | Container 'kubia' can't start: ConfigMap 'settings' does not exist (1 of 1 pod). Create it in the app's namespace, or correct the name.
          secret "db" not found | Container 'kubia' can't start: Secret 'db' does not exist (1 of 1 pod). Create it in the app's namespace, or correct the name.
          couldn't find key password in Secret default/db | Container 'kubia' can't start: Secret 'db' has no key 'password' (1 of 1 pod). Add the key, or correct its name.
          """)
  void namesTheConfigurationThatIsMissing(String words, String message) {
    AppStatus status = read(newApp(1).pods(pod("a").waiting("CreateContainerConfigError", words)));

    assertThat(only(status).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pods \"kubia-x\" is forbidden: exceeded quota: small, requested: pods=1 | QUOTA_EXCEEDED",
        "pods \"kubia-x\" is forbidden: violates PodSecurity \"restricted:latest\" |"
            + " ADMISSION_DENIED",
        "admission webhook \"policy.example.com\" denied the request: no | ADMISSION_DENIED",
      })
  void reportsFailedWhenTheClusterRefusesPods(String message, Reason expected) {
    AppStatus status = read(newApp(2).counts(0, 0, 0).replicaFailure(message));

    assertThat(status.state()).isEqualTo(AppState.FAILED);
    assertThat(status.reasons().get(0).reason()).isEqualTo(expected);
    assertThat(status.reasons().get(0).object()).isEqualTo("ReplicaSet/kubia-4");
    assertThat(status.reasons().get(0).evidence().event()).contains(message);
  }

  @Test
  void reportsDegradedWhenQuotaLeavesRoomForSomePodsOnly() {
    AppStatus status =
        read(
            app()
                .counts(2, 2, 2)
                .replicaFailure("is forbidden: exceeded quota: small")
                .pods(pod("a"), pod("b")));

    assertThat(status.state()).isEqualTo(AppState.DEGRADED);
  }

  @Test
  void putsTheDeadlineAfterTheCause() {
    AppStatus status =
        read(
            newApp(1)
                .progressing("False", "ProgressDeadlineExceeded")
                .pods(pod("a").waiting("ErrImagePull", "not found")));

    assertThat(status.state()).isEqualTo(AppState.FAILED);
    assertThat(status.reasons())
        .extracting(StatusReason::reason)
        .containsExactly(Reason.IMAGE_NOT_FOUND, Reason.PROGRESS_DEADLINE_EXCEEDED);
  }

  @Test
  void waitsForAProbeWithinItsTime() {
    AppStatus early =
        read(newApp(1).pods(pod("a").unready().running(Duration.ofSeconds(20), 0, null)));
    AppStatus late =
        read(
            newApp(1)
                .pods(pod("a").unready().running(Duration.ofSeconds(90), 0, null))
                .warning(uid("a"), "Unhealthy", "Readiness probe failed: HTTP 404", JUST_NOW));

    assertThat(early.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(early).reason()).isEqualTo(Reason.STARTING);
    assertThat(late.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(only(late).reason()).isEqualTo(Reason.PROBE_FAILING);
    assertThat(only(late).evidence().event()).contains("HTTP 404");
  }

  @Test
  void reportsFailedWhenPodsThatServedFailTheirProbe() {
    AppStatus none =
        read(
            app()
                .desired(1)
                .counts(1, 1, 0)
                .pods(pod("a").unready().running(Duration.ofMinutes(30), 0, null)));
    AppStatus some =
        read(
            app()
                .desired(2)
                .counts(2, 2, 1)
                .pods(pod("a").unready().running(Duration.ofMinutes(30), 0, null), pod("b")));

    assertThat(none.state()).isEqualTo(AppState.FAILED);
    assertThat(some.state()).isEqualTo(AppState.DEGRADED);
  }

  @Test
  void callsNoNodeLostWhenNodesMayNotBeListed() {
    AppStatus status =
        read(
            app()
                .desired(2)
                .counts(2, 2, 1)
                .withoutNodes()
                .pods(pod("a").unready().running(Duration.ofMinutes(30), 0, null), pod("b")));

    assertThat(only(status).reason()).isNotEqualTo(Reason.NODE_LOST);
  }

  @Test
  void reportsTheNodeWhenItDoesNotAnswer() {
    AppStatus status =
        read(
            app()
                .desired(2)
                .counts(2, 2, 1)
                .node("node-1", false)
                .pods(pod("a").unready().running(Duration.ofMinutes(30), 0, null), pod("b")));

    assertThat(status.state()).isEqualTo(AppState.DEGRADED);
    assertThat(only(status).reason()).isEqualTo(Reason.NODE_LOST);
    assertThat(only(status).object()).isEqualTo("Node/node-1");
  }

  @Test
  void showsPodsOfTheFormerVersionThatEnd() {
    AppStatus status =
        read(
            app()
                .counts(3, 2, 3)
                .progressing("True", "ReplicaSetUpdated")
                .formerVersion(1, 1)
                .pods(pod("a"), pod("b"), pod("c").ofFormerVersion().deleting()));

    assertThat(status.state()).isEqualTo(AppState.DEPLOYING);
    assertThat(status.reasons())
        .extracting(StatusReason::reason)
        .containsExactlyInAnyOrder(Reason.STARTING, Reason.STOPPING);
  }

  @Test
  void leavesPodsOutOfAListedApp() {
    AppStatus status = reader.readWithoutPods(app().pods(pod("a")).observed());

    assertThat(status.pods()).isEmpty();
  }

  private AppStatus read(AppFixture fixture) {
    return reader.read(fixture.observed());
  }

  private static StatusReason only(AppStatus status) {
    assertThat(status.reasons()).hasSize(1);
    return status.reasons().get(0);
  }
}
