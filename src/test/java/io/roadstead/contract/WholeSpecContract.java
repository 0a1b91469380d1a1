// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every field of the spec is read back as it was deployed, over both transports. A field that a
 * mapping forgets fails here.
 */
abstract class WholeSpecContract extends AppsContract {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void readsBackEveryFieldThatIsDeployed(int variant) {
    onBoth(
        s -> {
          ObjectNode spec = new WholeSpecs().next(variant);
          String expected = text(spec, spec);
          Outcome deployed = s.deploy(spec.toString());
          assertThat(deployed.reason()).as(deployed.message()).isEmpty();
          assertThat(text(deployed.body().path("spec"), spec)).isEqualTo(expected);
          await("the cache has the app")
              .atMost(Session.PATIENCE)
              .untilAsserted(
                  () -> {
                    Outcome read = s.client.get(Session.NAMESPACE, s.app);
                    assertThat(text(read.body().path("spec"), spec)).isEqualTo(expected);
                    assertThat(read.body().path("notShown")).isEmpty();
                  });
          s.deploy(spec.toString())
              .body()
              .path("objects")
              .forEach(o -> assertThat(o.path("outcome").asText()).isEqualTo("UNCHANGED"));
        });
  }

  /** In the order of names; a node port that the cluster chose is output only. */
  private static String text(JsonNode spec, JsonNode sent) {
    JsonNode sorted = Json.without(Set.of(), Json.pruned(spec));
    if (sent.at("/exposure/ports/0/nodePort").isMissingNode()) {
      sorted.at("/exposure/ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
    }
    return sorted.toPrettyString();
  }
}
