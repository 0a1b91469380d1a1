// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Balancer;
import io.roadstead.cluster.ServiceFacts.Ingress;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Service kubia of tests, which asked for its load balancer some time ago. */
final class Services {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final String CLUSTER_IP = "10.96.0.5";

  private final ExposureType type;
  private Duration waiting = Duration.ZERO;
  private boolean claimed;
  private List<ProviderEvent> events = List.of();
  private @Nullable String balancerClass;
  private Map<String, String> annotations = Map.of();
  private List<Ingress> ingress = List.of();
  private List<String> clusterIps = List.of(CLUSTER_IP);

  private Services(ExposureType type) {
    this.type = type;
  }

  static Services of(ExposureType type) {
    return new Services(type);
  }

  static Services balanced() {
    return new Services(ExposureType.LOAD_BALANCER);
  }

  /** An event that is so many seconds old. */
  static ProviderEvent event(String reason, String message, String source, int age) {
    return new ProviderEvent(reason, message, source, NOW.minusSeconds(age));
  }

  static ClusterTraits traits(ClusterSystem system, Availability loadBalancer) {
    return new ClusterTraits(system, null, false, true, loadBalancer, Map.of());
  }

  Services waiting(Duration time) {
    waiting = time;
    return this;
  }

  Services claimed() {
    claimed = true;
    return this;
  }

  /** Newest first. */
  Services said(ProviderEvent... said) {
    events = List.of(said);
    return this;
  }

  Services balancerClass(String name) {
    balancerClass = name;
    return this;
  }

  Services annotation(String key, String value) {
    annotations = Map.of(key, value);
    return this;
  }

  /** Names, and IPs as they are. */
  Services ingress(String... hosts) {
    ingress =
        Arrays.stream(hosts)
            .map(host -> Hosts.isIp(host) ? new Ingress(host, "") : new Ingress("", host))
            .toList();
    return this;
  }

  Services clusterIps(String... ips) {
    clusterIps = List.of(ips);
    return this;
  }

  ServiceFacts build() {
    return new ServiceFacts(
        "kubia",
        "default",
        type,
        List.of(new Port("http", 80, Protocol.TCP, 30080)),
        clusterIps,
        new Balancer(NOW.minus(waiting), claimed, events, balancerClass, annotations, ingress),
        2);
  }

  ExposureStatus status(ClusterTraits traits) {
    return status(traits, List.of());
  }

  ExposureStatus status(ClusterTraits traits, List<NodeFacts> nodes) {
    return ExposureRules.status(build(), nodes, traits, Reachability.NONE, NOW);
  }
}
