// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.roadstead.simulation.SimulatedCluster;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One fixed session over each transport, whose answers must be those that are kept, byte by byte: a
 * change of one is a change of the contract.
 */
@QuarkusTest
@TestProfile(GoldenTest.Quick.class)
class GoldenTest {
  @TestHTTPResource("/")
  URI root;

  @Inject KubernetesClient kubernetes;
  @Inject SimulatedCluster cluster;

  @AfterEach
  void mend() {
    cluster.api().faults().clear();
  }

  @Test
  void restAnswersAreTheGoldenOnes() {
    var last = new AtomicReference<Answer>();
    var golden = new Golden("rest");
    namespace("golden-rest");
    try (var client = new RestRoadsteadClient(root, seen -> last.set(new Answer.OfHttp(seen)))) {
      new GoldenSession(client, last::get, golden, "golden-rest", kubernetes, cluster).play();
    }
    golden.compare();
  }

  @Test
  void grpcAnswersAreTheGoldenOnes() {
    var last = new AtomicReference<Answer>();
    var golden = new Golden("grpc");
    namespace("golden-grpc");
    try (var client = new GrpcRoadsteadClient(root, new GrpcTap(last::set))) {
      new GoldenSession(client, last::get, golden, "golden-grpc", kubernetes, cluster).play();
    }
    golden.compare();
  }

  @Test
  void errorsOfHttpAreTheGoldenOnes() {
    var golden = new Golden("http");
    var http = new RawHttp(root);
    http.mistakes().forEach((name, answer) -> golden.add(name, answer, Set.of()));
    golden.compare();
  }

  @Test
  void openApiDocumentIsTheGoldenOne() {
    var golden = new Golden("openapi");
    golden.add("openapi.yaml", new RawHttp(root).get("/q/openapi"));
    golden.compare();
  }

  private void namespace(String name) {
    kubernetes
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  /** A cluster of its own, in which pods start at once and a late API server is soon given up. */
  public static class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "roadstead.simulation.delay-factor", "0.1",
          "roadstead.kubernetes.request-timeout", "4s",
          "roadstead.kubernetes.write-deadline", "6s");
    }
  }
}
