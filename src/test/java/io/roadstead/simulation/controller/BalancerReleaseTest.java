// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.system.BalancerScript;
import io.roadstead.simulation.system.Systems;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BalancerReleaseTest {
  private final ControllersFixture cluster =
      new ControllersFixture(
          LoadBalancerBehavior.ip(Duration.ofSeconds(2)).releasedAfter(Duration.ofSeconds(8)));

  @Test
  void keepsADeletedServiceUntilItsLoadBalancerIsGone() {
    exposeAndDelete();
    cluster.advance(7);

    ObjectNode service = cluster.get(ResourceKinds.SERVICE, "kubia");
    assertThat(Metadata.deleting(service)).isTrue();
    assertThat(Metadata.finalizers(service)).containsExactly(BalancerScript.CLEAN_UP);
    assertThat(cluster.events("DeletingLoadBalancer")).containsExactly("1x Deleting load balancer");
    assertThat(cluster.events("DeletedLoadBalancer")).isEmpty();

    cluster.advance(2);
    assertThat(cluster.store.get(ResourceKinds.SERVICE, "default", "kubia")).isEmpty();
    assertThat(cluster.events("DeletedLoadBalancer")).containsExactly("1x Deleted load balancer");
  }

  @Test
  void acceptsAnApplyToATerminatingService() {
    exposeAndDelete();
    ObjectNode config = service();
    config.withObject("/metadata/labels").put("seen", "late");

    var applied =
        cluster.store.apply(
            ResourceKinds.SERVICE,
            config,
            Subresource.NONE,
            new WriteOptions("late", false, true, warning -> {}));

    assertThat(applied.created()).isFalse();
    assertThat(Metadata.deleting(applied.object())).isTrue();
    assertThat(applied.object().at("/metadata/labels/seen").asText()).isEqualTo("late");
  }

  @Test
  void cloudsTakeTimeToDeleteALoadBalancer() {
    assertThat(Systems.named("gke").balancer().release())
        .last()
        .satisfies(step -> assertThat(step.delay()).isEqualTo(Duration.ofSeconds(10)));
    assertThat(Systems.named("gke").balancer().times(0).release())
        .allSatisfy(step -> assertThat(step.delay()).isEqualTo(Duration.ZERO));
  }

  private void exposeAndDelete() {
    cluster.create(ResourceKinds.SERVICE, service());
    cluster.advance(3);
    cluster.store.delete(ResourceKinds.SERVICE, "default", "kubia", DeleteOptions.background());
    cluster.advance(0);
  }

  private static ObjectNode service() {
    return json(
        "{'metadata': {'name': 'kubia', 'namespace': 'default'}, 'spec': {'type': 'LoadBalancer',"
            + " 'selector': {'app': 'kubia'}, 'ports': [{'port': 80}]}}");
  }
}
