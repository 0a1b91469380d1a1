// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.app.Caller;
import io.roadstead.app.ClusterRepository;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole service on the simulated cluster: its health, metrics and facts. */
@QuarkusTest
class HealthTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ClusterRepository clusters;

  @Test
  void becomesReadyOnceTheClusterHasBeenRead() {
    await().atMost(SOON).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    assertThat(get("/q/health/ready").jsonPath().getList("checks.name", String.class))
        .contains(CachesReadiness.NAME);
    assertThat(get("/q/health/live").jsonPath().getList("checks.name", String.class))
        .contains(DeadlockLiveness.NAME);
  }

  @Test
  void describesTheCluster() {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var cluster = clusters.describe(Caller.SERVICE_ACCOUNT);
              assertThat(cluster.kubernetesVersion()).startsWith("v1.");
              assertThat(cluster.nodeCount()).isEqualTo(3);
              assertThat(cluster.name()).isNotBlank();
            });
  }

  @Test
  void showsAgeAndSizeOfTheCache() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get("/q/metrics").asString())
                    .contains(
                        "roadstead_cache_age_seconds",
                        "roadstead_cache_synced 1.0",
                        "roadstead_cache_objects{kind=\"Node\"} 3.0",
                        "roadstead_watch_restarts_total{watch=\"Pod\"}"));
  }
}
