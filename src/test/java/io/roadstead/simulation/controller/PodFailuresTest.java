// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.deployment;
import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFailuresTest {
  private final ControllersFixture cluster = new ControllersFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-such-image | ImagePullBackOff | docker.io/library/no-such-image:latest: not found",
        "nginx:no-such-image | ImagePullBackOff | docker.io/library/nginx:no-such-image: not found",
        "ghcr.io/a/no-such-image:1 | ImagePullBackOff | ghcr.io/a/no-such-image:1: not found",
        "private-image | ImagePullBackOff | pull access denied",
        "crash | CrashLoopBackOff | back-off 10s restarting failed container=main pod=app-",
        "oom | CrashLoopBackOff | back-off 10s restarting failed container=main",
        "bad-command | CrashLoopBackOff | back-off 10s restarting failed container=main",
        "Not:Valid:Name | InvalidImageName | couldn't parse image name",
      })
  void waitsForTheReasonTheImageStandsFor(String image, String reason, String message) {
    cluster.deploy(deployment("app", image, 1));
    cluster.advance(9);
    assertThat(cluster.container().at("/state/waiting/reason").asText()).isEqualTo(reason);
    assertThat(cluster.container().at("/state/waiting/message").asText()).contains(message);
    assertThat(Pods.ready(cluster.onlyPod())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"crash, 1, Error", "oom, 137, OOMKilled", "bad-command, 128, StartError"})
  void keepsTheLastExit(String image, int code, String reason) {
    cluster.deploy(deployment("app", image, 1));
    cluster.advance(9);
    assertThat(cluster.container().at("/lastState/terminated/exitCode").asInt()).isEqualTo(code);
    assertThat(cluster.container().at("/lastState/terminated/reason").asText()).isEqualTo(reason);
    assertThat(cluster.container().path("restartCount").asInt()).isEqualTo(1);
    assertThat(Pods.phase(cluster.onlyPod())).isEqualTo("Running");
  }

  @Test
  void showsThePullErrorBeforeTheBackOff() {
    cluster.deploy(deployment("app", "no-such-image", 1));
    cluster.advance(1);
    assertThat(cluster.container().at("/state/waiting/reason").asText()).isEqualTo("ErrImagePull");
    cluster.advance(1);
    assertThat(cluster.container().at("/state/waiting/message").asText())
        .startsWith("Back-off pulling image \"no-such-image\": ErrImagePull: rpc error:");
    assertThat(cluster.events("Failed"))
        .contains("1x Error: ErrImagePull", "1x Error: ImagePullBackOff");
    assertThat(Pods.phase(cluster.onlyPod())).isEqualTo("Pending");
  }

  @Test
  void doublesTheBackOffOfACrashLoopUpToFiveMinutes() {
    cluster.deploy(deployment("app", "crash", 1));
    List<String> pauses = new ArrayList<>();
    for (int second = 0; second < 1500; second++) {
      cluster.advance(1);
      String message = cluster.container().at("/state/waiting/message").asText();
      String pause = message.replaceAll("back-off (\\S+) .*", "$1");
      if (message.startsWith("back-off") && !pauses.contains(pause)) {
        pauses.add(pause);
      }
    }
    assertThat(pauses).containsExactly("10s", "20s", "40s", "1m20s", "2m40s", "5m0s");
    assertThat(cluster.container().path("restartCount").asInt()).isBetween(8, 10);
  }

  @Test
  void restartsAtOnceAfterTheFirstCrash() {
    cluster.deploy(deployment("app", "crash", 1));
    cluster.clock.advance(Duration.ofMillis(2600));
    assertThat(cluster.container().at("/state/terminated/exitCode").asInt()).isEqualTo(1);
    cluster.advance(3);
    assertThat(cluster.container().path("restartCount").asInt()).isEqualTo(1);
  }

  @Test
  void keepsTheLogOfTheRunBefore() {
    cluster.deploy(deployment("app", "crash", 1));
    cluster.advance(9);
    String pod = Meta.name(cluster.onlyPod());
    assertThat(cluster.controllers.log("default", pod, "", true).orElseThrow())
        .anyMatch(line -> line.endsWith("Running on host " + pod))
        .last()
        .asString()
        .endsWith("Exiting with code 1");
  }

  @Test
  void namesTheMissingCommand() {
    ObjectNode deployment = deployment("app", "bad-command", 1);
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
        .putArray("command")
        .add("serve");
    cluster.deploy(deployment);
    cluster.advance(2);
    assertThat(cluster.container().at("/state/waiting/reason").asText())
        .isEqualTo("RunContainerError");
    assertThat(cluster.container().at("/state/waiting/message").asText())
        .contains("exec: \"serve\": executable file not found in $PATH");
  }

  @Test
  void staysNotReadyAndRepeatsTheEventWhenTheReadinessProbeFails() {
    cluster.deploy(probed("never-ready", "readinessProbe"));
    cluster.advance(60);
    assertThat(cluster.container().at("/state/running").isMissingNode()).isFalse();
    assertThat(cluster.container().path("ready").asBoolean()).isFalse();
    assertThat(cluster.events("Unhealthy"))
        .containsExactly("6x Readiness probe failed: HTTP probe failed with statuscode: 503");
  }

  @Test
  void becomesReadyOnlyAfterTheProbesInitialDelay() {
    cluster.deploy(probed("luksa/kubia:1.0", "readinessProbe"));
    cluster.advance(5);
    assertThat(cluster.container().path("started").asBoolean()).isTrue();
    assertThat(cluster.container().path("ready").asBoolean()).isFalse();
    cluster.advance(2);
    assertThat(cluster.container().path("ready").asBoolean()).isTrue();
  }

  @Test
  void isKilledAndRestartedWhenTheLivenessProbeFails() {
    cluster.deploy(probed("not-live", "livenessProbe"));
    cluster.advance(35);
    assertThat(cluster.events("Killing"))
        .containsExactly("1x Container main failed liveness probe, will be restarted");
    assertThat(cluster.container().path("restartCount").asInt()).isEqualTo(1);
    assertThat(cluster.container().at("/lastState/terminated/exitCode").asInt()).isEqualTo(137);
  }

  private static ObjectNode probed(String image, String probe) {
    ObjectNode deployment = deployment("app", image, 1);
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
        .set(
            probe,
            json(
                "{'httpGet': {'path': '/', 'port': 8080}, 'initialDelaySeconds': 5,"
                    + " 'periodSeconds': 10, 'failureThreshold': 3}"));
    return deployment;
  }

  @Test
  void startsLateWhenTheImageIsSlow() {
    cluster.deploy(deployment("app", "slow", 1));
    cluster.advance(30);
    assertThat(cluster.container().at("/state/waiting/reason").asText())
        .isEqualTo("ContainerCreating");
    assertThat(cluster.events("Pulled")).isEmpty();
    cluster.advance(2);
    assertThat(Pods.ready(cluster.onlyPod())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'configMapRef': {'name': 'settings'}} | envFrom | configmap \"settings\" not found",
        "{'secretRef': {'name': 'keys'}} | envFrom | secret \"keys\" not found",
        "{'name': 'A', 'valueFrom': {'configMapKeyRef': {'name': 'present', 'key': 'k'}}} | env"
            + " | couldn't find key k in ConfigMap default/present",
      })
  void waitsForConfigurationThatIsMissing(String source, String list, String message) {
    cluster.create(
        ResourceKinds.CONFIG_MAP,
        json("{'metadata': {'name': 'present', 'namespace': 'default'}, 'data': {'other': '1'}}"));
    ObjectNode deployment = deployment("app", "luksa/kubia:1.0", 1);
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
        .putArray(list)
        .add(json(source.replace("\"", "\\\"")));
    cluster.deploy(deployment);
    cluster.advance(3);
    assertThat(cluster.container().at("/state/waiting/reason").asText())
        .isEqualTo("CreateContainerConfigError");
    assertThat(cluster.container().at("/state/waiting/message").asText()).isEqualTo(message);
  }

  @Test
  void startsOnceTheMissingConfigurationIsThere() {
    ObjectNode deployment = deployment("app", "luksa/kubia:1.0", 1);
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
        .putArray("envFrom")
        .add(json("{'secretRef': {'name': 'keys'}}"));
    cluster.deploy(deployment);
    cluster.advance(3);
    cluster.create(
        ResourceKinds.SECRET, json("{'metadata': {'name': 'keys', 'namespace': 'default'}}"));
    cluster.advance(12);
    assertThat(Pods.ready(cluster.onlyPod())).isTrue();
  }

  @Test
  void saysWhyNoNodeFits() {
    ObjectNode deployment = deployment("app", "luksa/kubia:1.0", 1);
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
        .set("resources", json("{'requests': {'cpu': '8'}}"));
    cluster.deploy(deployment);
    String message =
        "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available:"
            + " 3 No preemption victims found for incoming pod.";
    assertThat(
            Conditions.find(cluster.onlyPod().path("status"), "PodScheduled")
                .path("message")
                .asText())
        .isEqualTo(message);
    assertThat(cluster.events("FailedScheduling")).containsExactly("1x " + message);
  }

  @Test
  void schedulesAWaitingPodWhenRoomIsMade() {
    cluster.deploy(deployment("big", "luksa/kubia:1.0", 3));
    cluster.change(ResourceKinds.NODE, "node-1", node -> cordon(node, true));
    cluster.change(ResourceKinds.NODE, "node-2", node -> cordon(node, true));
    cluster.change(ResourceKinds.NODE, "node-3", node -> cordon(node, true));
    cluster.scale("big", 4);
    assertThat(cluster.events("FailedScheduling"))
        .containsExactly(
            "1x 0/3 nodes are available: 3 node(s) were unschedulable. preemption: 0/3 nodes are"
                + " available: 3 Preemption is not helpful for scheduling.");
    cluster.change(ResourceKinds.NODE, "node-2", node -> cordon(node, false));
    cluster.advance(5);
    assertThat(cluster.pods()).allMatch(Pods::ready);
  }

  private static ObjectNode cordon(ObjectNode node, boolean cordoned) {
    node.withObject("/spec").put("unschedulable", cordoned);
    return node;
  }

  @Test
  void spreadsTheReplicasOverTheNodes() {
    cluster.deploy(deployment("app", "luksa/kubia:1.0", 6));
    assertThat(cluster.pods().stream().map(Pods::node))
        .containsExactlyInAnyOrder("node-1", "node-1", "node-2", "node-2", "node-3", "node-3");
  }

  @Test
  void givesEachPodAnAddressOfItsNode() {
    cluster.deploy(deployment("app", "luksa/kubia:1.0", 3));
    cluster.advance(3);
    for (ObjectNode pod : cluster.pods()) {
      String number = Pods.node(pod).substring("node-".length());
      assertThat(pod.at("/status/podIP").asText()).startsWith("10.244." + number + ".");
    }
  }
}
