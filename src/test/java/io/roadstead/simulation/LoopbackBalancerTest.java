// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the simulated Docker Desktop a Service of type LoadBalancer really answers. */
class LoopbackBalancerTest {
  private static final WriteOptions TEST = WriteOptions.by("test");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = FreePort.find();
  private SimulatedCluster cluster;

  @BeforeEach
  void start() {
    cluster =
        SimulatedCluster.start(SimulatedClusterOptions.system("docker-desktop").withDelayFactor(0));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void asksEachReadyPodInTurn() {
    deploy("kubia", "luksa/kubia:1.0", 3);
    expose("kubia", port);
    awaitReady("kubia", 3);
    Map<String, Integer> hits = new TreeMap<>();
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String answer = hit("/any/path");
      answers.add(answer);
      hits.merge(answer, 1, Integer::sum);
    }
    assertThat(hits).hasSize(3).allSatisfy((pod, times) -> assertThat(times).isEqualTo(2));
    assertThat(answers)
        .allMatch(answer -> answer.matches("You've hit kubia-[a-z0-9]+-[a-z0-9]{5}"));
    assertThat(answers.subList(0, 3)).isEqualTo(answers.subList(3, 6));
  }

  @Test
  void takesNewPodsInAndLeavesThoseOutThatGo() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    expose("kubia", port);
    awaitReady("kubia", 1);
    assertThat(hit("/")).isEqualTo(hit("/"));
    scale("kubia", 2);
    awaitReady("kubia", 2);
    await().until(() -> !hit("/").equals(hit("/")));
    scale("kubia", 1);
    await().until(() -> hit("/").equals(hit("/")) && hit("/").equals(hit("/")));
  }

  @Test
  void closesConnectionsWithoutAnAnswerWhileNoPodIsReady() {
    deploy("kubia", "never-ready", 2);
    expose("kubia", port);
    await().until(() -> address("kubia").equals("localhost"));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> request("/"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ConnectException.class));
  }

  @Test
  void keepsASecondServiceOfThePortPendingUntilTheFirstIsGone() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    expose("kubia", port);
    await().until(() -> address("kubia").equals("localhost"));
    expose("other", port);
    await()
        .during(Duration.ofMillis(500))
        .until(() -> address("other").isEmpty() && address("kubia").equals("localhost"));
    delete("kubia");
    await().until(() -> address("other").equals("localhost"));
  }

  @Test
  void waitsForAPortOfAnotherProcess() throws IOException {
    try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      expose("kubia", port);
      await().during(Duration.ofMillis(500)).until(() -> address("kubia").isEmpty());
      assertThat(other.isBound()).isTrue();
    }
    await().until(() -> address("kubia").equals("localhost"));
  }

  @Test
  void closesThePortWithTheService() {
    expose("kubia", port);
    await().until(() -> address("kubia").equals("localhost"));
    delete("kubia");
    await()
        .untilAsserted(
            () -> assertThatThrownBy(() -> request("/")).isInstanceOf(ConnectException.class));
  }

  @Test
  void movesToAnotherPortWithTheService() throws Exception {
    deploy("kubia", "luksa/kubia:1.0", 1);
    expose("kubia", port);
    awaitReady("kubia", 1);
    int other = FreePort.find();
    change("kubia", service -> ((ObjectNode) service.at("/spec/ports/0")).put("port", other));
    await()
        .untilAsserted(
            () -> {
              assertThatThrownBy(() -> request("/")).isInstanceOf(ConnectException.class);
              assertThat(request(other, "/").statusCode()).isEqualTo(200);
            });
    assertThat(address("kubia")).isEqualTo("localhost");
  }

  @Test
  void closesThePortWhenTheTypeChanges() {
    expose("kubia", port);
    await().until(() -> address("kubia").equals("localhost"));
    change("kubia", service -> service.withObject("/spec").put("type", "ClusterIP"));
    await()
        .untilAsserted(
            () -> {
              assertThatThrownBy(() -> request("/")).isInstanceOf(ConnectException.class);
              assertThat(address("kubia")).isEmpty();
            });
  }

  @Test
  void servesEachServiceBehindItsOwnPort() throws Exception {
    int second = FreePort.find();
    deploy("kubia", "luksa/kubia:1.0", 1);
    deploy("nginx", "nginx:1.27", 1);
    expose("kubia", port);
    expose("nginx", second);
    awaitReady("kubia", 1);
    await().until(() -> address("nginx").equals("localhost"));
    await()
        .ignoreExceptions()
        .until(() -> request(second, "/healthz").body().startsWith("You've hit nginx-"));
    assertThat(hit("/")).startsWith("You've hit kubia-");
  }

  @Test
  void closesAllPortsWithTheCluster() {
    expose("kubia", port);
    await().until(() -> address("kubia").equals("localhost"));
    cluster.close();
    assertThatThrownBy(() -> request("/")).isInstanceOf(ConnectException.class);
  }

  private void deploy(String name, String image, int replicas) {
    ObjectNode deployment =
        Objects.json(
            """
            {"metadata": {"name": "%1$s", "namespace": "default"},
             "spec": {"replicas": %3$d, "selector": {"matchLabels": {"app": "%1$s"}},
              "template": {"metadata": {"labels": {"app": "%1$s"}},
               "spec": {"containers": [{"name": "main", "image": "%2$s",
                "readinessProbe": {"httpGet": {"path": "/", "port": 8080}}}]}}}}
            """
                .formatted(name, image, replicas));
    cluster.store().create(ResourceKinds.DEPLOYMENT, deployment, TEST);
  }

  private void expose(String name, int servicePort) {
    ObjectNode service =
        Objects.json(
            """
            {"metadata": {"name": "%1$s", "namespace": "default"},
             "spec": {"type": "LoadBalancer", "selector": {"app": "%1$s"},
              "ports": [{"port": %2$d, "targetPort": 8080}]}}
            """
                .formatted(name, servicePort));
    cluster.store().create(ResourceKinds.SERVICE, service, TEST);
  }

  private void scale(String name, int replicas) {
    cluster
        .store()
        .patch(
            ResourceKinds.DEPLOYMENT,
            "default",
            name,
            Subresource.NONE,
            deployment -> {
              deployment.withObject("/spec").put("replicas", replicas);
              return deployment;
            },
            TEST);
  }

  private void change(String service, Consumer<ObjectNode> change) {
    cluster
        .store()
        .patch(
            ResourceKinds.SERVICE,
            "default",
            service,
            Subresource.NONE,
            live -> {
              change.accept(live);
              return live;
            },
            TEST);
  }

  private void delete(String service) {
    cluster.store().delete(ResourceKinds.SERVICE, "default", service, DeleteOptions.background());
  }

  private String address(String service) {
    return cluster
        .store()
        .get(ResourceKinds.SERVICE, "default", service)
        .map(found -> found.at("/status/loadBalancer/ingress/0/hostname").asText())
        .orElse("");
  }

  /** Waits until all pods are ready and known behind the port. */
  private void awaitReady(String name, int pods) {
    await()
        .until(
            () ->
                address(name).equals("localhost")
                    && cluster.store().list(ResourceKinds.ENDPOINT_SLICE, "default").stream()
                            .filter(
                                s -> s.at("/metadata/ownerReferences/0/name").asText().equals(name))
                            .mapToLong(LoopbackBalancerTest::ready)
                            .sum()
                        == pods);
    await().ignoreExceptions().until(() -> seen(pods).size() == pods);
  }

  private Set<String> seen(int pods) {
    Set<String> hosts = new TreeSet<>();
    for (int i = 0; i < pods; i++) {
      hosts.add(hit("/"));
    }
    return hosts;
  }

  private static long ready(JsonNode slice) {
    long ready = 0;
    for (JsonNode endpoint : slice.path("endpoints")) {
      ready += endpoint.at("/conditions/ready").asBoolean() ? 1 : 0;
    }
    return ready;
  }

  private String hit(String path) {
    try {
      HttpResponse<String> answer = request(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain");
      assertThat(answer.body()).endsWith("\n");
      return answer.body().strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> request(String path) throws IOException {
    return request(port, path);
  }

  private HttpResponse<String> request(int to, String path) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + to + path)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
