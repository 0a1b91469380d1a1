// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import io.roadstead.cluster.BalancerReach;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Hosts;
import io.roadstead.cluster.NodeReach;
import io.roadstead.cluster.Reach;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import io.roadstead.cluster.Tunnels;

/** A system whose nodes are containers on a developer's machine. */
abstract class ContainerNodes extends SystemKnowledge {
  ContainerNodes(String displayName, Layer layer, SystemMarks marks) {
    super(displayName, ClusterKind.LOCAL, layer, marks);
  }

  @Override
  protected Reach balancerReach(ServiceFacts service, String host, ClusterTraits traits) {
    if (!Hosts.isPrivate(host)) {
      return BalancerReach.publicly(host);
    }
    if (!traits.nodesBehindVm()) {
      return Reach.here(
          host,
          "The load balancer's address in the container engine's network, which this machine can reach"
              + " if the engine runs directly on it.");
    }
    return Reach.behindTunnel(
        host,
        "The load balancer's address is valid only inside the container engine's virtual machine.",
        port -> Tunnels.portForward(service, port));
  }

  @Override
  protected Reach nodeReach(ServiceFacts service, String ip, ClusterTraits traits) {
    return traits.nodesBehindVm() ? NodeReach.behindVm(service, ip) : NodeReach.onMachine(ip);
  }

  @Override
  protected boolean hidesNodes(Signs signs) {
    return signs.has(DockerDesktop.KERNEL);
  }
}
