// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Port;
import java.util.Optional;
import java.util.function.Function;

/** Who can reach an address of a node. */
public final class NodeReach {
  /** Why an address of a node inside a virtual machine needs a tunnel. */
  public static final String IN_VM = ExposureMessages.NODE_IN_VM;

  private NodeReach() {}

  static Reach of(ServiceFacts service, String ip, ClusterTraits traits) {
    return traits.system().knowledge().nodeReach(service, ip, traits);
  }

  /** The host that all node ports are forwarded to, if any. */
  static Optional<Reach> forwarded(ClusterTraits traits) {
    return Optional.ofNullable(traits.system().knowledge().forwardedNodePorts(traits));
  }

  /** A host from the configuration. */
  static Reach mapped(String host) {
    String why = ExposureMessages.MAPPED_PORT;
    if (Hosts.isLoopback(host)) {
      return Reach.here(host, why);
    }
    return Hosts.isPrivate(host) ? Reach.privately(host, why) : Reach.publicly(host, why);
  }

  /** A node inside a virtual machine. */
  public static Reach behindVm(ServiceFacts service, String ip) {
    return Reach.behindTunnel(ip, IN_VM, port -> Tunnels.portForward(service, port));
  }

  /** A node whose network only its machine can reach. */
  public static Reach onMachine(String ip) {
    return Reach.here(ip, ExposureMessages.NODE_ON_MACHINE);
  }

  /** A node in a network of its own; a cloud firewall protects its public address. */
  static Reach onNetwork(String ip, Function<Port, String> firewallRemedy) {
    return Hosts.isPrivate(ip)
        ? Reach.privately(ip, ExposureMessages.NODE_PRIVATE)
        : Reach.behindFirewall(ip, ExposureMessages.NODE_PUBLIC, firewallRemedy);
  }
}
