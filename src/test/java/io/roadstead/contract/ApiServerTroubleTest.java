// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.api.ApiRequest;
import io.roadstead.simulation.api.Fault;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An API server that refuses, throttles, is slow or is gone. */
@QuarkusTest
class ApiServerTroubleTest extends AppsContract {
  private static final Predicate<ApiRequest> WRITES =
      request -> request.method().equals("PATCH") && request.path().contains("/deployments/");

  @Inject SimulatedCluster cluster;

  @AfterEach
  void mend() {
    cluster.api().faults().clear();
  }

  @Test
  void saysThatTheClusterRefuses() {
    cluster.api().faults().always(WRITES, Fault.status(403));
    onBoth(s -> assertThat(s.deploy(ONE_CONTAINER).reason()).isEqualTo("PERMISSION_DENIED"));
  }

  @Test
  void doesNotAskCallersForCredentialsWhereItsOwnAreRejected() {
    cluster.api().faults().always(WRITES, Fault.status(401));
    onBoth(
        s -> {
          Outcome refused = s.deploy(ONE_CONTAINER);
          assertThat(refused.reason()).isEqualTo("CLUSTER_UNAVAILABLE");
          assertThat(refused.retryAfter()).isEqualTo(5);
        });
  }

  @Test
  void doesWithoutNodesThatItMayNotList() {
    cluster.api().faults().always(request -> request.path().endsWith("/nodes"), Fault.status(403));
    cluster.api().closeWatches();

    sameOverBoth(
        RoadsteadClient::cluster,
        found -> {
          assertThat(found.path("nodesProblem").asText()).contains("403");
          assertThat(found.path("recognition").path("message").asText()).contains("403");
          assertThat(found.has("nodes")).isFalse();
        });
    onBoth(
        s -> {
          assertThat(s.seen("nodes", s.client.nodes(10, "")).reason())
              .isEqualTo("PERMISSION_DENIED");
          s.deploy(ONE_CONTAINER);
          s.awaitState("READY");
        });

    cluster.api().faults().clear();
    sameOverBoth(client -> client.nodes(10, ""), page -> assertThat(page.path("nodes")).hasSize(3));
  }

  @Test
  void saysWhenToComeBackToAClusterThatThrottles() {
    Fault throttled = Fault.status(429).retryAfter(Duration.ofSeconds(60));
    cluster.api().faults().always(WRITES, throttled);
    onBoth(
        s -> {
          Outcome refused = s.deploy(ONE_CONTAINER);
          assertThat(refused.reason()).isEqualTo("RATE_LIMITED");
          assertThat(refused.retryAfter()).isBetween(1L, 60L);
        });
  }

  @Test
  void saysThatTheClusterIsGone() {
    cluster.api().faults().always(WRITES, Fault.status(503));
    onBoth(s -> assertThat(s.deploy(ONE_CONTAINER).reason()).isEqualTo("CLUSTER_UNAVAILABLE"));
  }
}
