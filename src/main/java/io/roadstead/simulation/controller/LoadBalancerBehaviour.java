// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;

/**
 * What the cluster does about a Service of type LoadBalancer.
 *
 * @param delay from the request to the address
 * @param address a prefix of IPv4 addresses such as {@code 203.0.113.}, or a host name with one %s
 *     for the Service
 */
public record LoadBalancerBehaviour(Kind kind, Duration delay, String address) {

  /** The ways in which clusters answer. */
  public enum Kind {
    /** Nobody provides load balancers: the Service stays pending. */
    NONE,
    /** An IP address out of a range. */
    IP,
    /** A host name. */
    HOSTNAME
  }

  /** Nobody provides load balancers. */
  public static LoadBalancerBehaviour none() {
    return new LoadBalancerBehaviour(Kind.NONE, Duration.ZERO, "");
  }

  /** Addresses out of 203.0.113.0/24, which is reserved for documentation. */
  public static LoadBalancerBehaviour ip(Duration delay) {
    return new LoadBalancerBehaviour(Kind.IP, delay, "203.0.113.");
  }

  /** A host name of the given form. */
  public static LoadBalancerBehaviour hostname(Duration delay, String form) {
    return new LoadBalancerBehaviour(Kind.HOSTNAME, delay, form);
  }
}
