// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One address of an app.
 *
 * @param url the address as a URL, e.g. {@code http://203.0.113.7:80}
 * @param scheme {@code http}, {@code https}, {@code tcp}, {@code udp} or {@code sctp}; guessed from
 *     the port's name and number
 * @param host a host name or an IP
 * @param port the port to use with it
 * @param portName name of the exposure's port, or null when unnamed
 * @param audience the widest audience that can reach it
 * @param grade what the audience needs to reach the app
 * @param rung the kind of access that it belongs to
 * @param why why this host was chosen
 * @param remedy what to do about the grade, a command if there is one; null when nothing needs to
 *     be done
 */
public record Address(
    String url,
    String scheme,
    String host,
    int port,
    @Nullable String portName,
    Audience audience,
    Grade grade,
    Rung rung,
    String why,
    @Nullable String remedy) {

  /** The widest audience that can reach an address. */
  public enum Audience {
    /** Pods of the cluster. */
    IN_CLUSTER,
    /** Programs on the machine that the cluster runs on, or that runs the tunnel to it. */
    LOCAL_MACHINE,
    /** Hosts that share a network with the cluster's nodes. */
    PRIVATE_NETWORK,
    /** Anyone who can reach the cluster's public addresses. */
    PUBLIC
  }

  /** What the audience needs to reach the app. */
  public enum Grade {
    /** Nothing, as far as Roadstead knows. */
    REACHABLE,
    /** A rule of the cloud's firewall or security group is usually required. */
    NEEDS_FIREWALL_RULE,
    /** A tunnel to the cluster's network is required. */
    NEEDS_TUNNEL,
    /** Only hosts in the nodes' network can reach it. */
    PRIVATE_NETWORK_ONLY
  }

  /** The kind of access to an app, from the widest audience to the narrowest. */
  public enum Rung {
    /** An address of the provider's load balancer. */
    LOAD_BALANCER,
    /** A port on the cluster's nodes. */
    NODE_PORT,
    /** The Service's DNS name or IP inside the cluster. */
    CLUSTER_IP
  }
}
