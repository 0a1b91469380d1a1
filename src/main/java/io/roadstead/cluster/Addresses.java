// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ServiceFacts.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the addresses of a Service, one per host and port. */
final class Addresses {
  private static final String CLUSTER_DOMAIN = "cluster.local";

  private Addresses() {}

  static List<Address> ofLoadBalancer(ServiceFacts service) {
    List<Address> addresses = new ArrayList<>();
    for (ServiceFacts.Ingress entry : service.ingress()) {
      if (entry.isPending()) {
        continue;
      }
      String host = entry.hostname().isEmpty() ? entry.ip() : entry.hostname();
      boolean isPrivate = Hosts.isPrivate(host);
      for (Port port : service.ports()) {
        addresses.add(
            address(
                host,
                port,
                port.port(),
                isPrivate ? Audience.PRIVATE_NETWORK : Audience.PUBLIC,
                isPrivate ? Grade.PRIVATE_NETWORK_ONLY : Grade.REACHABLE,
                Rung.LOAD_BALANCER));
      }
    }
    return addresses;
  }

  /** Public addresses of the nodes first: they serve more callers. */
  static List<Address> ofNodes(ServiceFacts service, List<NodeFacts> nodes) {
    List<Address> outside = new ArrayList<>();
    List<Address> inside = new ArrayList<>();
    for (NodeFacts node : nodes) {
      // IBM's VPC clusters repeat the internal address as the external one.
      node.externalIps().stream()
          .filter(ip -> !node.internalIps().contains(ip))
          .forEach(ip -> outside.addAll(ofNode(service, ip)));
      node.internalIps().forEach(ip -> inside.addAll(ofNode(service, ip)));
    }
    outside.addAll(inside);
    return outside;
  }

  static List<Address> inCluster(ServiceFacts service) {
    if (service.clusterIps().isEmpty()) {
      return List.of();
    }
    List<String> hosts = new ArrayList<>();
    hosts.add(service.name() + "." + service.namespace() + ".svc." + CLUSTER_DOMAIN);
    hosts.addAll(service.clusterIps());
    List<Address> addresses = new ArrayList<>();
    for (String host : hosts) {
      for (Port port : service.ports()) {
        addresses.add(
            address(
                host, port, port.port(), Audience.IN_CLUSTER, Grade.REACHABLE, Rung.CLUSTER_IP));
      }
    }
    return addresses;
  }

  private static List<Address> ofNode(ServiceFacts service, String ip) {
    boolean isPrivate = Hosts.isPrivate(ip);
    List<Address> addresses = new ArrayList<>();
    for (Port port : service.ports()) {
      Integer nodePort = port.nodePort();
      if (nodePort != null) {
        addresses.add(
            address(
                ip,
                port,
                nodePort,
                isPrivate ? Audience.PRIVATE_NETWORK : Audience.PUBLIC,
                isPrivate ? Grade.PRIVATE_NETWORK_ONLY : Grade.NEEDS_FIREWALL_RULE,
                Rung.NODE_PORT));
      }
    }
    return addresses;
  }

  private static Address address(
      String host, Port port, int number, Audience audience, Grade grade, Rung rung) {
    String scheme = scheme(port.name(), port.port(), port.protocol());
    String url = scheme + "://" + Hosts.inUrl(host) + ":" + number;
    return new Address(url, scheme, host, number, port.name(), audience, grade, rung);
  }

  /** The port's name says it, else its number; where neither does, only the transport is known. */
  static String scheme(@Nullable String name, int port, String protocol) {
    if (!protocol.equals("TCP")) {
      return protocol.toLowerCase(Locale.ROOT);
    }
    if (name != null) {
      String first = name.split("-", 2)[0];
      return switch (first) {
        case "https", "http" -> first;
        case "web", "www" -> "http";
        default -> "tcp";
      };
    }
    return switch (port) {
      case 443, 8443 -> "https";
      case 80, 8080 -> "http";
      default -> "tcp";
    };
  }
}
