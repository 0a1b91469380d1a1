// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ClusterTraits.HostPort;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every answer, whatever the cluster says. */
final class ExposurePropertyTest {
  private static final long SEED = 20_261_123;
  private static final int CASES = 30_000;
  private static final Instant NOW = Services.NOW;

  @Test
  void answersWhateverTheClusterSays() {
    for (int number = 0; number < CASES; number++) {
      var exposure = new RandomExposure(new Random(SEED + number));
      try {
        check(exposure);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("case %d: %s".formatted(number, exposure), e);
      }
    }
  }

  private static void check(RandomExposure exposure) {
    ExposureStatus status = status(exposure);

    assertThat(status).isEqualTo(status(exposure));
    assertThat(status.type()).isEqualTo(exposure.service().type());
    assertThat(status.message()).isNotBlank();
    assertThat(status.remedy() == null || !status.remedy().isBlank()).isTrue();
    Rung first = status.addresses().isEmpty() ? null : status.addresses().get(0).rung();
    assertThat(status.rung()).isEqualTo(first);
    assertThat(status.addresses())
        .isSortedAccordingTo(Comparator.comparing(Address::rung))
        .extracting(address -> address.rung() + " " + address.url())
        .doesNotHaveDuplicates();
    Set<String> hosts = hosts(exposure);
    status.addresses().forEach(address -> check(address, hosts));
    if (status.state() == ExposureState.ADDRESSED) {
      assertThat(rungs(exposure.service().type())).contains(first);
    }
  }

  private static void check(Address address, Set<String> hosts) {
    assertThat(hosts).contains(address.host());
    assertThat(address.port()).isBetween(1, 65_535);
    assertThat(address.url()).contains(address.host()).endsWith(":" + address.port());
    assertThat(address.why()).isNotBlank();
    boolean needsRemedy =
        address.grade() == Grade.NEEDS_TUNNEL || address.grade() == Grade.NEEDS_FIREWALL_RULE;
    assertThat(!needsRemedy || address.remedy() != null).isTrue();
  }

  /** The ways that fulfil what was asked for. */
  private static List<Rung> rungs(ExposureType type) {
    return switch (type) {
      case INTERNAL -> List.of(Rung.CLUSTER_IP);
      case NODE_PORT -> List.of(Rung.NODE_PORT);
      case LOAD_BALANCER -> List.of(Rung.LOAD_BALANCER);
      case EXTERNAL -> List.of(Rung.LOAD_BALANCER, Rung.NODE_PORT);
    };
  }

  /** No address is made up: each host is in the cluster's objects or in the configuration. */
  private static Set<String> hosts(RandomExposure exposure) {
    ServiceFacts service = exposure.service();
    Set<String> hosts = new HashSet<>(service.clusterIps());
    hosts.add(service.name() + "." + service.namespace() + ".svc.cluster.local");
    service.balancer().ingress().forEach(entry -> hosts.add(entry.host()));
    for (NodeFacts node : exposure.nodes()) {
      hosts.addAll(node.internalIps());
      hosts.addAll(node.externalIps());
    }
    exposure.traits().portMappings().values().stream().map(HostPort::host).forEach(hosts::add);
    if (exposure.traits().system() == ClusterSystem.DOCKER_DESKTOP) {
      hosts.add("localhost");
    }
    hosts.remove("");
    return hosts;
  }

  private static ExposureStatus status(RandomExposure exposure) {
    return ExposureRules.status(
        exposure.service(), exposure.nodes(), exposure.traits(), Reachability.NONE, NOW);
  }
}
