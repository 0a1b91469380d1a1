// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.ClusterSystem.DOCKER_DESKTOP;
import static io.roadstead.cluster.ClusterSystem.IBM_IKS;
import static io.roadstead.cluster.ClusterSystem.MINIKUBE;

/** How far a node's address carries, by system. */
final class NodeReach {
  /** What virtual machines with user-mode networking call themselves; nobody else can use it. */
  private static final String USER_MODE_NETWORK = "10.0.2.15";

  private NodeReach() {}

  /** Docker Desktop with one node: its address is never the one to use. */
  static boolean isForwardedToMachine(ClusterTraits traits) {
    return traits.system() == DOCKER_DESKTOP && !traits.is(DOCKER_DESKTOP, Variants.KIND);
  }

  static Reach forwarded() {
    return Reach.here("localhost", "Docker Desktop forwards node ports to this machine.");
  }

  static Reach mapped(String host) {
    String why = "roadstead.cluster.port-mappings says that the port was published there.";
    if (Hosts.isLoopback(host)) {
      return Reach.here(host, why);
    }
    return Hosts.isPrivate(host) ? Reach.privately(host, why) : Reach.publicly(host, why);
  }

  static Reach of(ServiceFacts service, String ip, ClusterTraits traits) {
    if (traits.nodesBehindVm() || isUserMode(ip, traits)) {
      return behindVm(service, ip, traits);
    }
    return switch (traits.system()) {
      case MINIKUBE, KIND, K3D ->
          Reach.here(ip, "The node's address in a network of this machine only.");
      default -> onNetwork(ip, traits);
    };
  }

  private static boolean isUserMode(String ip, ClusterTraits traits) {
    return traits.system() == MINIKUBE && ip.equals(USER_MODE_NETWORK);
  }

  private static Reach behindVm(ServiceFacts service, String ip, ClusterTraits traits) {
    String why = "The node is inside a virtual machine, and its address ends there.";
    return traits.system() == MINIKUBE
        ? Reach.behindTunnel(ip, why, port -> Remedies.minikubeService(service))
        : Reach.behindTunnel(ip, why, port -> Remedies.portForward(service, port));
  }

  private static Reach onNetwork(String ip, ClusterTraits traits) {
    if (Hosts.isPrivate(ip)) {
      return Reach.privately(ip, "The node's address within its network.");
    }
    if (traits.is(IBM_IKS, Variants.CLASSIC)) {
      return Reach.publicly(ip, "The node's public address; it changes with the node.");
    }
    return Reach.behindFirewall(
        ip,
        "The node's public address; the cloud's firewall usually blocks node ports.",
        port -> Remedies.firewall(traits.system(), port));
  }
}
