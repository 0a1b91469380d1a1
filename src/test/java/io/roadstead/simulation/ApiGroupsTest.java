// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ApiGroup;
import io.roadstead.simulation.store.ResourceKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test can say which further groups of the API there are. */
class ApiGroupsTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedCluster cluster =
      SimulatedCluster.start(
          SimulatedClusterOptions.defaults()
              .withApiGroups(
                  Set.of(ApiGroup.listed("metrics.k8s.io/v1beta1"), ApiGroup.gateway())));

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void listsAGroupThatHasNothingInIt() {
    assertThat(texts(get("/apis").path("groups"), "name"))
        .contains("metrics.k8s.io", "gateway.networking.k8s.io", "apps");
    JsonNode group = get("/apis/metrics.k8s.io/v1beta1");
    assertThat(group.path("kind").asText()).isEqualTo("APIResourceList");
    assertThat(group.path("resources")).isEmpty();
    assertThat(get("/apis/metrics.k8s.io").path("kind").asText()).isEqualTo("APIGroup");
    assertThat(send("GET", "/apis/metrics.k8s.io/v1beta1/nodes", "").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsTheKindsOfAGroup() {
    assertThat(texts(get("/apis/gateway.networking.k8s.io/v1").path("resources"), "name"))
        .containsExactly("gatewayclasses");
    String path = "/apis/gateway.networking.k8s.io/v1/gatewayclasses";
    String created =
        """
        {"metadata": {"name": "istio"}, "spec": {"controllerName": "istio.io/gateway-controller"}}
        """;
    assertThat(send("POST", path, created).statusCode()).isEqualTo(201);
    assertThat(get(path).path("items")).hasSize(1);
    assertThat(get(path + "/istio").at("/metadata/generation").asInt()).isEqualTo(1);
  }

  @Test
  void servesIngressClassesEverywhere() {
    String path = "/apis/networking.k8s.io/v1/ingressclasses";
    assertThat(get(path).path("items")).isEmpty();
    String created =
        """
        {"metadata": {"name": "nginx"}, "spec": {"controller": "k8s.io/ingress-nginx"}}
        """;
    assertThat(send("POST", path, created).statusCode()).isEqualTo(201);
    assertThat(cluster.store().list(ResourceKinds.INGRESS_CLASS, "")).hasSize(1);
  }

  @Test
  void servesNoMetricsOfItsOwn() {
    for (String id : SimulatedClusterOptions.systems()) {
      assertThat(SimulatedClusterOptions.system(id).system().apiGroups())
          .noneMatch(group -> group.startsWith("metrics.k8s.io"));
    }
  }

  @Test
  void refusesAGroupWithoutAVersion() {
    assertThatThrownBy(() -> ApiGroup.listed("metrics.k8s.io"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(entry -> entry.path(field).asText())
        .toList();
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Objects.json(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(cluster.url() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
