// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.api.Fault;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An API server that is slower than a write may take. */
@QuarkusTest
@TestProfile(SlowApiServerTest.ShortDeadlines.class)
class SlowApiServerTest extends AppsContract {
  @Inject SimulatedCluster cluster;

  @AfterEach
  void mend() {
    cluster.api().faults().clear();
  }

  @Test
  void endsAtTheDeadline() {
    cluster
        .api()
        .faults()
        .always(
            request -> request.method().equals("PATCH") && request.path().contains("/deployments/"),
            Fault.delay(Duration.ofSeconds(20)));
    onBoth(s -> assertThat(s.deploy(ONE_CONTAINER).reason()).isEqualTo("DEADLINE_EXCEEDED"));
  }

  /** So that the test need not wait for half a minute. */
  public static class ShortDeadlines implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "roadstead.kubernetes.request-timeout", "1s",
          "roadstead.kubernetes.write-deadline", "2s");
    }
  }
}
