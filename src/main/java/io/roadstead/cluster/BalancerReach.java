// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Ingress;

/** How far an address of a load balancer carries, by system. */
final class BalancerReach {
  private BalancerReach() {}

  static Reach of(ServiceFacts service, Ingress entry, ClusterTraits traits) {
    String host = entry.host();
    return switch (traits.system()) {
      case DOCKER_DESKTOP -> dockerDesktop(host);
      case MINIKUBE -> minikube(service, host, traits);
      case KIND, K3D -> inContainers(service, host, traits);
      default -> onNetwork(service, host);
    };
  }

  /** Whatever is reported, the Service's port is forwarded to the machine itself. */
  private static Reach dockerDesktop(String host) {
    return host.equals("localhost") || Hosts.isPrivate(host)
        ? Reach.here("localhost", "Docker Desktop forwards the Service's port to this machine.")
        : Reach.publicly(host, "The load balancer's address.");
  }

  private static Reach minikube(ServiceFacts service, String host, ClusterTraits traits) {
    if (service.clusterIps().contains(host) || Hosts.isLoopback(host)) {
      return Reach.here(host, "`minikube tunnel` runs, and leads there from its machine.");
    }
    if (!Hosts.isPrivate(host)) {
      return Reach.publicly(host, "The load balancer's address.");
    }
    return traits.nodesBehindVm()
        ? Reach.behindTunnel(
            host,
            "The load balancer's address is inside a virtual machine, like the nodes.",
            port -> Remedies.minikubeService(service))
        : Reach.here(host, "The load balancer's address in the network of Minikube's nodes.");
  }

  private static Reach inContainers(ServiceFacts service, String host, ClusterTraits traits) {
    if (!Hosts.isPrivate(host)) {
      return Reach.publicly(host, "The load balancer's address.");
    }
    if (!traits.nodesBehindVm()) {
      return Reach.here(
          host,
          "The load balancer's address in the container engine's network, if that runs on this machine"
              + " itself.");
    }
    return Reach.behindTunnel(
        host,
        "The load balancer's address is inside the container engine's virtual machine.",
        port -> Remedies.portForward(service, port));
  }

  private static Reach onNetwork(ServiceFacts service, String host) {
    if (Hosts.isLoopback(host)) {
      return Reach.here(host, "The load balancer listens on the cluster's machine only.");
    }
    ServiceFacts.Balancer balancer = service.balancer();
    if (InternalBalancers.isInternal(balancer.balancerClass(), balancer.annotations())) {
      return Reach.privately(host, "The load balancer is an internal one of the cloud's network.");
    }
    return Hosts.isPrivate(host)
        ? Reach.privately(host, "The load balancer's address is a private one.")
        : Reach.publicly(host, "The load balancer's address.");
  }
}
