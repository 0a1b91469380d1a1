// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Ingress;

/** Who can reach an address of a load balancer. */
public final class BalancerReach {
  private BalancerReach() {}

  static Reach of(ServiceFacts service, Ingress entry, ClusterTraits traits) {
    return traits.system().knowledge().balancerReach(service, entry.host(), traits);
  }

  /** An address that the whole network can reach. */
  public static Reach publicly(String host) {
    return Reach.publicly(host, ExposureMessages.BALANCER);
  }

  /** A load balancer in its own network, as in clouds. */
  static Reach onNetwork(ServiceFacts service, String host) {
    if (Hosts.isLoopback(host)) {
      return Reach.here(host, ExposureMessages.BALANCER_ON_MACHINE);
    }
    BalancerVocabulary vocabulary = BalancerVocabulary.ofAll();
    ServiceFacts.Balancer balancer = service.balancer();
    if (vocabulary.isInternalHost(host)
        || vocabulary.isInternal(balancer.balancerClass(), balancer.annotations())) {
      return Reach.privately(host, ExposureMessages.BALANCER_INTERNAL);
    }
    return Hosts.isPrivate(host)
        ? Reach.privately(host, ExposureMessages.BALANCER_PRIVATE)
        : publicly(host);
  }
}
