// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.controller.ManualSimulationClock;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test can bring its own nodes: an empty cluster runs pods on those that are Ready. */
class OwnNodesTest {
  private static final WriteOptions TEST = WriteOptions.by("test");
  private static final String STATUS =
      """
      {"addresses": [{"type": "InternalIP", "address": "10.9.8.7"}],
       "allocatable": {"cpu": "2", "memory": "4Gi", "pods": "110"},
       "conditions": [{"type": "Ready", "status": "%s"}]}
      """;

  private final ManualSimulationClock clock = SimulationClock.manual();
  private final SimulatedCluster cluster =
      SimulatedCluster.start(SimulatedClusterOptions.defaults().withNodes(0).withClock(clock));

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void runsPodsOnANodeThatIsCreatedReady() {
    create("mine", ", \"status\": " + STATUS.formatted("True"));
    assertRuns("10.9.8.7");
  }

  @Test
  void runsPodsOnANodeWhoseStatusIsWrittenLater() {
    create("mine", "");
    writeStatus("True");
    assertRuns("10.9.8.7");
  }

  @Test
  void keepsPodsWaitingWhileNoNodeIsReady() {
    create("mine", ", \"status\": " + STATUS.formatted("False"));
    create("silent", "");
    JsonNode pod = pod();
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
    assertThat(pod.at("/spec/nodeName").isMissingNode()).isTrue();
    writeStatus("True");
    clock.advance(Duration.ofSeconds(5));
    assertThat(read().at("/status/phase").asText()).isEqualTo("Running");
  }

  @Test
  void givesPodsOfNodesThatShareARangeDistinctAddresses() {
    for (int half = 0; half < 2; half++) {
      String spec = ", \"spec\": {\"podCIDR\": \"10.152.91.%d/26\"}".formatted(half * 64);
      create("node-" + half, spec + ", \"status\": " + STATUS.formatted("True"));
    }
    cluster.store().create(ResourceKinds.POD, podOn("node-0", "a"), TEST);
    cluster.store().create(ResourceKinds.POD, podOn("node-1", "b"), TEST);
    clock.advance(Duration.ofSeconds(5));
    assertThat(cluster.store().list(ResourceKinds.POD, "default"))
        .extracting(pod -> pod.at("/status/podIP").asText())
        .containsExactly("10.152.91.2", "10.152.91.66");
  }

  private void create(String name, String rest) {
    String node = "{\"metadata\": {\"name\": \"%s\"}%s}".formatted(name, rest);
    cluster.store().create(ResourceKinds.NODE, Objects.json(node), TEST);
    clock.settle();
  }

  private void writeStatus(String ready) {
    cluster
        .store()
        .patch(
            ResourceKinds.NODE,
            "",
            "mine",
            Subresource.STATUS,
            node -> node.set("status", Objects.json(STATUS.formatted(ready))),
            TEST);
    clock.settle();
  }

  private void assertRuns(String address) {
    JsonNode pod = pod();
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");
    assertThat(pod.at("/status/hostIP").asText()).isEqualTo(address);
  }

  private JsonNode pod() {
    cluster.store().create(ResourceKinds.POD, podOn("", "kubia"), TEST);
    clock.advance(Duration.ofSeconds(5));
    return read();
  }

  private JsonNode read() {
    return cluster.store().get(ResourceKinds.POD, "default", "kubia").orElseThrow();
  }

  private static ObjectNode podOn(String node, String name) {
    String place = node.isEmpty() ? "" : "\"nodeName\": \"%s\", ".formatted(node);
    return Objects.json(
        """
        {"metadata": {"name": "%s", "namespace": "default"},
         "spec": {%s"containers": [{"name": "main", "image": "luksa/kubia:1.0"}]}}
        """
            .formatted(name, place));
  }
}
