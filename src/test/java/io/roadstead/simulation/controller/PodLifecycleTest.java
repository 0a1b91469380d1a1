// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodLifecycleTest {
  private final ControllersFixture cluster = new ControllersFixture();

  @ParameterizedTest
  @CsvSource({
    "completes, Never, Succeeded, 0",
    "crash, Never, Failed, 0",
    "completes, OnFailure, Succeeded, 0",
    "crash, OnFailure, Running, 1",
    "completes, Always, Running, 1"
  })
  void endsAsItsRestartPolicySays(String image, String policy, String phase, int restarts) {
    run(
        "{'restartPolicy': '%s', 'containers': [{'name': 'main', 'image': '%s'}]}"
            .formatted(policy, image));
    cluster.advance(9);
    assertThat(Pods.phase(cluster.onlyPod())).isEqualTo(phase);
    assertThat(cluster.container().path("restartCount").asInt()).isEqualTo(restarts);
  }

  @Test
  void startsTheContainersOnlyAfterEachInitContainerHasSucceeded() {
    run(
        "{'initContainers': [{'name': 'one', 'image': 'completes'},"
            + " {'name': 'two', 'image': 'completes:2'}],"
            + " 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    cluster.advance(3);
    assertThat(initContainer(0).at("/state/terminated/exitCode").asInt(-1)).isZero();
    assertThat(initContainer(1).at("/state/terminated").isMissingNode()).isTrue();
    assertThat(cluster.container().at("/state/waiting/reason").asText())
        .isEqualTo("PodInitializing");
    assertThat(condition("Initialized").path("message").asText())
        .isEqualTo("containers with incomplete status: [two]");
    cluster.advance(5);
    assertThat(Pods.ready(cluster.onlyPod())).isTrue();
    assertThat(condition("Initialized").path("status").asText()).isEqualTo("True");
  }

  @ParameterizedTest
  @CsvSource({
    "busybox:1.36, Completed",
    "ghcr.io/acme/orders:1.4, Completed",
    "completes, Completed",
    "not-live, Completed",
    "crash:2, CrashLoopBackOff",
    "oom, CrashLoopBackOff",
    "acme/migrate:bad-command, CrashLoopBackOff",
    "no-such-image, ImagePullBackOff",
    "private-image, ImagePullBackOff",
    "never-ready, ",
    "slow, PodInitializing"
  })
  void startsTheOthersOnlyWhenTheInitContainerEndsWell(String image, String reason) {
    run(
        "{'initContainers': [{'name': 'one', 'image': '%s'}],".formatted(image)
            + " 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    cluster.advance(9);
    JsonNode state = initContainer(0).path("state");
    assertThat(state.findPath("reason").asText(null)).isEqualTo(reason);
    boolean ended = "Completed".equals(reason);
    assertThat(Pods.phase(cluster.onlyPod())).isEqualTo(ended ? "Running" : "Pending");
    assertThat(Pods.ready(cluster.onlyPod())).isEqualTo(ended);
    assertThat(initContainer(0).path("ready").asBoolean()).isEqualTo(ended);
  }

  @Test
  void keepsASidecarRunningBesideTheOthers() {
    run(
        "{'initContainers': [{'name': 'side', 'image': 'envoy:1', 'restartPolicy': 'Always'}],"
            + " 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    cluster.advance(60);
    assertThat(initContainer(0).path("state").has("running")).isTrue();
    assertThat(initContainer(0).path("restartCount").asInt()).isZero();
    assertThat(Pods.ready(cluster.onlyPod())).isTrue();
  }

  @Test
  void isReadyOnlyWhenAllContainersAre() {
    run(
        "{'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'},"
            + " {'name': 'side', 'image': 'crash'}]}");
    cluster.advance(9);
    assertThat(cluster.container().path("ready").asBoolean()).isTrue();
    assertThat(condition("Ready").path("message").asText())
        .isEqualTo("containers with unready status: [side]");
  }

  @Test
  void getsTimeToStopBeforeItIsGone() {
    run("{'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    cluster.advance(5);
    String uid = Meta.uid(cluster.onlyPod());
    cluster.store.delete(ResourceKinds.POD, "default", "pod", DeleteOptions.background());
    cluster.clock.settle();
    assertThat(Meta.deleting(cluster.onlyPod())).isTrue();
    assertThat(cluster.events("Killing")).containsExactly("1x Stopping container main");
    cluster.advance(2);
    assertThat(cluster.pods()).noneMatch(pod -> Meta.uid(pod).equals(uid));
  }

  @Test
  void reusesTheAddressOfAPodThatIsGone() {
    run("{'nodeName': 'node-1', 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    cluster.advance(5);
    String address = cluster.onlyPod().at("/status/podIP").asText();
    cluster.store.delete(ResourceKinds.POD, "default", "pod", DeleteOptions.now());
    cluster.clock.settle();
    run("{'nodeName': 'node-1', 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    assertThat(cluster.onlyPod().at("/status/podIP").asText()).isEqualTo(address);
  }

  @Test
  void toleratesTheTaintItNames() {
    cluster.change(
        ResourceKinds.NODE,
        "node-2",
        node -> {
          node.withObject("/spec")
              .set(
                  "taints",
                  json("{'t': [{'key': 'gpu', 'value': 'yes'," + " 'effect': 'NoSchedule'}]}")
                      .get("t"));
          return node;
        });
    run(
        "{'nodeSelector': {'kubernetes.io/hostname': 'node-2'},"
            + " 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    assertThat(condition("PodScheduled").path("message").asText())
        .startsWith(
            "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 node(s) didn't match"
                + " Pod's node affinity/selector.");
    cluster.store.delete(ResourceKinds.POD, "default", "pod", DeleteOptions.now());
    run(
        "{'nodeSelector': {'kubernetes.io/hostname': 'node-2'},"
            + " 'tolerations': [{'key': 'gpu', 'operator': 'Exists'}],"
            + " 'containers': [{'name': 'main', 'image': 'luksa/kubia:1.0'}]}");
    assertThat(Pods.node(cluster.onlyPod())).isEqualTo("node-2");
  }

  private void run(String spec) {
    ObjectNode pod = json("{'metadata': {'name': 'pod', 'namespace': 'default'}}");
    pod.set("spec", json(spec));
    cluster.create(ResourceKinds.POD, pod);
  }

  private JsonNode initContainer(int index) {
    return cluster.onlyPod().at("/status/initContainerStatuses/" + index);
  }

  private JsonNode condition(String type) {
    return Conditions.find(cluster.onlyPod().path("status"), type);
  }
}
