// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.App;
import io.roadstead.app.ClusterRepository;
import io.roadstead.cluster.Freshness;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages say how old they are. */
class FreshnessTest {
  private static final Freshness OLD = new Freshness(Instant.ofEpochSecond(1_700_000_000), true);

  @Test
  void pageOfAppsSaysHowOldItIs() {
    var page = AppToProto.toProto(new App.Page(List.of(), null, OLD));
    assertThat(page.getAsOf().getSeconds()).isEqualTo(1_700_000_000);
    assertThat(page.getStale()).isTrue();
  }

  @Test
  void pageOfPodsSaysHowOldItIs() {
    var page = PodToProto.toProto(new App.PodPage(List.of(), null, OLD));
    assertThat(page.getAsOf().getSeconds()).isEqualTo(1_700_000_000);
    assertThat(page.getStale()).isTrue();
  }

  @Test
  void pageOfNodesSaysHowOldItIs() {
    var page = ClusterToProto.toProto(new ClusterRepository.NodePage(List.of(), null, OLD));
    assertThat(page.getAsOf().getSeconds()).isEqualTo(1_700_000_000);
    assertThat(page.getStale()).isTrue();
  }
}
