// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roadstead.simulation.controller.ManualSimulationClock;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.store.ResourceKinds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest {
  private static final String DEPLOYMENT =
      """
      {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "kubia"},
       "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "kubia"}},
        "template": {"metadata": {"labels": {"app": "kubia"}},
         "spec": {"containers": [{"name": "main", "image": "%s"}]}}}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void runsADeploymentInRealTime() {
    SimulatedClusterOptions options =
        SimulatedClusterOptions.defaults().withDelayFactor(0).withNodes(2);
    try (SimulatedCluster cluster = SimulatedCluster.start(options)) {
      deploy(cluster, "luksa/kubia:1.0");
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> deployment(cluster).at("/status/readyReplicas").asInt() == 2);
      assertThat(get(cluster, "/api/v1/nodes").path("items")).hasSize(2);
    }
  }

  @Test
  void standsStillUntilTheTestMovesTheTime() {
    ManualSimulationClock clock = SimulationClock.manual();
    SimulatedClusterOptions options = SimulatedClusterOptions.defaults().withClock(clock);
    try (SimulatedCluster cluster = SimulatedCluster.start(options)) {
      clock.settle();
      deploy(cluster, "luksa/kubia:1.0");
      clock.settle();
      assertThat(deployment(cluster).at("/status/replicas").asInt()).isEqualTo(2);
      assertThat(deployment(cluster).at("/status/readyReplicas").asInt()).isZero();
      clock.advance(Duration.ofSeconds(3));
      assertThat(deployment(cluster).at("/status/readyReplicas").asInt()).isEqualTo(2);
    }
  }

  @Test
  void servesTheLogOfACrashedRun() {
    ManualSimulationClock clock = SimulationClock.manual();
    SimulatedClusterOptions options = SimulatedClusterOptions.defaults().withClock(clock);
    try (SimulatedCluster cluster = SimulatedCluster.start(options)) {
      clock.settle();
      deploy(cluster, "crash");
      clock.advance(Duration.ofSeconds(10));
      String pod =
          cluster.store().list(ResourceKinds.POD, "default").get(0).at("/metadata/name").asText();
      String path = "/api/v1/namespaces/default/pods/" + pod + "/log";
      assertThat(text(cluster, path + "?previous=true&tailLines=1"))
          .isEqualTo("Exiting with code 1\n");
      assertThat(text(cluster, path)).contains("Running on host " + pod + "\n");
    }
  }

  @Test
  void namesItsOwnAddressInTheKubeconfig() {
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults())) {
      assertThat(cluster.kubeconfigYaml()).contains("server: http://127.0.0.1:" + cluster.port());
    }
  }

  private void deploy(SimulatedCluster cluster, String image) {
    String url = cluster.url() + "/apis/apps/v1/namespaces/default/deployments";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(DEPLOYMENT.formatted(image)))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(201);
  }

  private static JsonNode deployment(SimulatedCluster cluster) {
    return cluster.store().get(ResourceKinds.DEPLOYMENT, "default", "kubia").orElseThrow();
  }

  private JsonNode get(SimulatedCluster cluster, String path) {
    try {
      return new ObjectMapper().readTree(text(cluster, path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String text(SimulatedCluster cluster, String path) {
    return send(HttpRequest.newBuilder(URI.create(cluster.url() + path)).build()).body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
