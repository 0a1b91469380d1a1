// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the address rules need of the Service that exposes an app.
 *
 * @param name its name
 * @param namespace its namespace
 * @param type what was asked for
 * @param ports its ports
 * @param clusterIps its addresses in the cluster
 * @param ingress what a load balancer has reported
 * @param provisioning what is known of the load balancer's making
 * @param readyEndpoints how many pods behind it take traffic
 */
public record ServiceFacts(
    String name,
    String namespace,
    Type type,
    List<Port> ports,
    List<String> clusterIps,
    List<Ingress> ingress,
    Provisioning provisioning,
    int readyEndpoints) {
  public ServiceFacts {
    ports = List.copyOf(ports);
    clusterIps = List.copyOf(clusterIps);
    ingress = List.copyOf(ingress);
  }

  /** What was asked for; the same names as an exposure's types. */
  public enum Type {
    /** In the cluster only. */
    INTERNAL,
    /** A port on the nodes. */
    NODE_PORT,
    /** A load balancer. */
    LOAD_BALANCER,
    /** A load balancer, else a port on the nodes. */
    EXTERNAL
  }

  /**
   * A port.
   *
   * @param name its name, or null
   * @param port the port that callers use
   * @param protocol TCP, UDP or SCTP
   * @param nodePort the port on the nodes, or null
   */
  public record Port(
      @Nullable String name, int port, String protocol, @Nullable Integer nodePort) {}

  /** An address of a load balancer; either may be empty, and both while it is pending. */
  public record Ingress(String ip, String hostname) {
    boolean isPending() {
      return ip.isEmpty() && hostname.isEmpty();
    }
  }

  /**
   * What is known of the making of a load balancer.
   *
   * @param askedAt when it was asked for
   * @param takenUp whether a controller works on it
   * @param failure the provider's words when it failed last, or null
   */
  public record Provisioning(Instant askedAt, boolean takenUp, @Nullable String failure) {}
}
