// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The schema is that of a real API server, which accepts what the generator makes of it. */
@Tag("real")
final class AppGeneratorIT {
  private static final int SEEDS = 1000;
  private static final int MOST_REFUSED = SEEDS / 100;

  private static KubernetesClient client;
  private static ClusterApi cluster;

  @BeforeAll
  static void connect() {
    Config config = Config.fromKubeconfig(TestCluster.shared().kubeconfigYaml());
    client = new KubernetesClientBuilder().withConfig(config).build();
    cluster = new ClusterApi(client, "default");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  /** When Kubernetes changes, the written file takes the place of the resource. */
  @Test
  void hasTheSchemaOfTheApiServer() throws IOException {
    List<JsonNode> documents =
        OpenApiSchema.PATHS.stream().map(path -> cluster.get(path).orThrow()).toList();
    String schema = OpenApiSchema.of(documents);
    Path file = Path.of("target", "lossless", "kubernetes.schema");
    Files.createDirectories(file.getParent());
    Files.writeString(file, schema);
    assertThat(Schema.bundledText())
        .as("src/test/resources/lossless/kubernetes.schema; the API server's is in %s", file)
        .isEqualTo(schema);
  }

  @Test
  void makesAppsThatTheApiServerAccepts() {
    List<String> refused = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (JsonNode object : AppGenerator.of(seed).objects()) {
        ClusterApi.Answer answer = cluster.create(object, "kubectl-create", true);
        if (!answer.ok()) {
          refused.add(seed + " " + answer.body().path("message").asText());
          continue;
        }
        for (Difference d :
            Difference.between("spec", object.path("spec"), answer.body().path("spec"))) {
          // An empty value and none are the same to it.
          if (d.after().isMissingNode() && !d.before().asText("").matches("|0|false")) {
            dropped.add(seed + " " + d);
          }
        }
      }
    }
    assertThat(refused).hasSizeLessThanOrEqualTo(MOST_REFUSED);
    assertThat(dropped).isEmpty();
  }
}
