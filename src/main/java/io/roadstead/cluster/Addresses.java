// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ClusterTraits.HostPort;
import io.roadstead.cluster.ServiceFacts.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Derives the addresses of a Service, one per host and port, without duplicates. */
final class Addresses {
  private static final String CLUSTER_DOMAIN = "cluster.local";

  private Addresses() {}

  static List<Address> ofLoadBalancer(ServiceFacts service, ClusterTraits traits) {
    List<Address> addresses = new ArrayList<>();
    for (ServiceFacts.Ingress entry : service.balancer().ingress()) {
      if (!entry.isPending()) {
        Reach reach = BalancerReach.of(service, entry, traits);
        for (Port port : service.ports()) {
          addresses.add(address(reach, port, port.port(), Rung.LOAD_BALANCER));
        }
      }
    }
    return once(addresses);
  }

  /** Published ports first, then public addresses of the nodes: they serve more callers. */
  static List<Address> ofNodes(ServiceFacts service, List<NodeFacts> nodes, ClusterTraits traits) {
    List<Address> addresses = new ArrayList<>();
    for (Port port : nodePorts(service)) {
      HostPort mapping = traits.portMappings().get(port.nodePort());
      if (mapping != null) {
        addresses.add(
            address(NodeReach.mapped(mapping.host()), port, mapping.port(), Rung.NODE_PORT));
      }
    }
    Optional<Reach> forwarded = NodeReach.forwarded(traits);
    if (forwarded.isPresent()) {
      addresses.addAll(ofNode(service, forwarded.get()));
      return once(addresses);
    }
    ipsOf(nodes, service)
        .forEach(ip -> addresses.addAll(ofNode(service, NodeReach.of(service, ip, traits))));
    return once(addresses);
  }

  static List<Address> inCluster(ServiceFacts service) {
    if (service.clusterIps().isEmpty() && !service.headless()) {
      return List.of();
    }
    List<Address> addresses = new ArrayList<>();
    String name = service.name() + "." + service.namespace() + ".svc." + CLUSTER_DOMAIN;
    addInCluster(addresses, service, name, ExposureMessages.SERVICE_NAME);
    for (String ip : service.clusterIps()) {
      addInCluster(addresses, service, ip, ExposureMessages.SERVICE_IP);
    }
    return once(addresses);
  }

  /** Keeps the first of those with the same URL, which comes from the more specific rule. */
  private static List<Address> once(List<Address> addresses) {
    Set<String> urls = new HashSet<>();
    return addresses.stream().filter(address -> urls.add(address.url())).toList();
  }

  private static void addInCluster(
      List<Address> addresses, ServiceFacts service, String host, String why) {
    var reach = new Reach(host, Audience.IN_CLUSTER, Grade.REACHABLE, why, null);
    for (Port port : service.ports()) {
      addresses.add(address(reach, port, port.port(), Rung.CLUSTER_IP));
    }
  }

  /** External addresses first; each once, and only in the IP families of the Service. */
  private static List<String> ipsOf(List<NodeFacts> nodes, ServiceFacts service) {
    List<String> outer = new ArrayList<>();
    List<String> inner = new ArrayList<>();
    for (NodeFacts node : nodes) {
      // IBM's VPC clusters repeat the internal address as the external one.
      node.externalIps().stream()
          .filter(ip -> !node.internalIps().contains(ip))
          .forEach(outer::add);
      inner.addAll(node.internalIps());
    }
    outer.addAll(inner);
    return outer.stream().filter(isServed(service)).distinct().toList();
  }

  private static Predicate<String> isServed(ServiceFacts service) {
    List<String> own = service.clusterIps();
    boolean v4 = own.isEmpty() || own.stream().anyMatch(ip -> !Hosts.isIpv6(ip));
    boolean v6 = own.isEmpty() || own.stream().anyMatch(Hosts::isIpv6);
    return ip -> Hosts.isIpv6(ip) ? v6 : v4;
  }

  private static List<Port> nodePorts(ServiceFacts service) {
    return service.ports().stream().filter(port -> port.nodePort() != null).toList();
  }

  private static List<Address> ofNode(ServiceFacts service, Reach reach) {
    List<Address> addresses = new ArrayList<>();
    for (Port port : service.ports()) {
      Integer nodePort = port.nodePort();
      if (nodePort != null) {
        addresses.add(address(reach, port, nodePort, Rung.NODE_PORT));
      }
    }
    return addresses;
  }

  private static Address address(Reach reach, Port port, int number, Rung rung) {
    String scheme = Schemes.of(port.name(), port.port(), port.protocol());
    return new Address(
        scheme + "://" + Hosts.inUrl(reach.host()) + ":" + number,
        scheme,
        reach.host(),
        number,
        port.name(),
        reach.audience(),
        reach.grade(),
        rung,
        reach.why(),
        reach.remedy() == null ? null : reach.remedy().apply(port));
  }
}
