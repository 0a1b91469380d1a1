// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ClusterTraits.HostPort;
import io.roadstead.cluster.ServiceFacts.Balancer;
import io.roadstead.cluster.ServiceFacts.Ingress;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import io.roadstead.cluster.systems.DockerDesktop;
import io.roadstead.cluster.systems.IbmIks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Service, nodes and a cluster as nobody would think of them. */
final class RandomExposure {
  private static final List<String> HOSTS =
      List.of(
          "203.0.113.7",
          "10.0.0.3",
          "10.0.2.15",
          "172.18.0.4",
          "192.168.49.2",
          "100.64.0.1",
          "169.254.1.1",
          "127.0.0.1",
          "999.1.2.3",
          "2001:db8::7",
          "fd00::7",
          "::1",
          "::ffff:10.0.0.1",
          "FE80::1",
          "localhost",
          "LOCALHOST",
          "abc.elb.amazonaws.com",
          "internal-abc.elb.amazonaws.com",
          "7a6a66a7-us-south.lb.appdomain.cloud",
          "xn--bcher-kva.example",
          "a",
          "%41",
          "näme.example");
  private static final List<String> REASONS =
      List.of(
          "EnsuringLoadBalancer",
          "EnsuredLoadBalancer",
          "SyncLoadBalancerFailed",
          "CreatingCloudLoadBalancerFailed",
          "AllocationFailed",
          "InternalError",
          "IPAllocated",
          "Killing",
          "");
  private static final List<String> MESSAGES =
      List.of("", "LoadBalancer is busy: offline", "no quota", "%s %d {}", "\n", "ä\u0000");
  private static final List<String> NAMES = List.of("http", "https-x", "", "-", "web", "%s");

  private final Random random;
  private final ServiceFacts service;
  private final List<NodeFacts> nodes;
  private final ClusterTraits traits;

  RandomExposure(Random random) {
    this.random = random;
    this.service =
        new ServiceFacts(
            "kubia",
            "default",
            one(ExposureType.values()),
            some(3, this::port),
            some(2, this::host),
            balancer(),
            random.nextInt(3));
    this.nodes = some(4, () -> new NodeFacts("node", some(3, this::host), some(2, this::host)));
    this.traits =
        new ClusterTraits(
            one(ClusterSystem.values()),
            one(null, DockerDesktop.KIND, DockerDesktop.KUBEADM, IbmIks.CLASSIC, IbmIks.VPC, "?"),
            random.nextBoolean(),
            random.nextBoolean(),
            one(Availability.values()),
            mappings());
  }

  ServiceFacts service() {
    return service;
  }

  List<NodeFacts> nodes() {
    return nodes;
  }

  ClusterTraits traits() {
    return traits;
  }

  private Balancer balancer() {
    return new Balancer(
        Services.NOW.minusSeconds(random.nextInt(2_000) - 100),
        random.nextBoolean(),
        some(3, this::event),
        one(null, "service.k8s.aws/nlb", "x"),
        random.nextInt(4) > 0
            ? Map.of()
            : Map.of("service.beta.kubernetes.io/aws-load-balancer-scheme", one("internal", "?")),
        some(3, this::ingress));
  }

  private Ingress ingress() {
    return one(
        new Ingress(host(), ""),
        new Ingress("", host()),
        new Ingress("", ""),
        new Ingress(host(), host()));
  }

  private ProviderEvent event() {
    return new ProviderEvent(
        oneOf(REASONS),
        oneOf(MESSAGES),
        one("service-controller", "metallb-controller", "ibm-cloud-provider", ""),
        Services.NOW.minusSeconds(random.nextInt(2_000)));
  }

  private Port port() {
    return new Port(
        random.nextBoolean() ? null : oneOf(NAMES),
        1 + random.nextInt(65_535),
        Protocol.values()[random.nextInt(Protocol.values().length)],
        random.nextInt(3) == 0 ? null : 30_000 + random.nextInt(20));
  }

  private Map<Integer, HostPort> mappings() {
    Map<Integer, HostPort> mappings = new HashMap<>();
    some(2, () -> new HostPort(host(), 1 + random.nextInt(65_535)))
        .forEach(place -> mappings.put(30_000 + random.nextInt(20), place));
    return mappings;
  }

  private String host() {
    return oneOf(HOSTS);
  }

  private <T> List<T> some(int most, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      made.add(maker.get());
    }
    return made;
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  private <T extends @Nullable Object> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Override
  public String toString() {
    return service + " " + nodes + " " + traits;
  }
}
