// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address rules need of the Service that exposes an app.
 *
 * @param name its name
 * @param namespace its namespace
 * @param type what was asked for
 * @param ports its ports
 * @param clusterIps its addresses in the cluster
 * @param balancer its load balancer, as far as there is any
 * @param readyEndpoints how many pods behind it take traffic
 */
public record ServiceFacts(
    String name,
    String namespace,
    Type type,
    List<Port> ports,
    List<String> clusterIps,
    Balancer balancer,
    int readyEndpoints) {
  public ServiceFacts {
    ports = List.copyOf(ports);
    clusterIps = List.copyOf(clusterIps);
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

  /**
   * An address of a load balancer.
   *
   * @param ip its IP; empty when it has a name, and while it is pending
   * @param hostname its name; empty when it has an IP, and while it is pending
   */
  public record Ingress(String ip, String hostname) {
    boolean isPending() {
      return ip.isEmpty() && hostname.isEmpty();
    }

    /** An IP serves at once; a name has to be looked up. */
    String host() {
      return ip.isEmpty() ? hostname : ip;
    }
  }

  /**
   * What is known of the making of a load balancer.
   *
   * @param askedAt when it was asked for
   * @param takenUp whether a controller has put its finalizer on the Service
   * @param events what controllers said about the Service, newest first
   * @param balancerClass {@code spec.loadBalancerClass}, or null for the cluster's default
   * @param annotations those of the Service that say where a load balancer is to be
   * @param ingress what was reported; entries may be pending
   */
  public record Balancer(
      Instant askedAt,
      boolean takenUp,
      List<ProviderEvent> events,
      @Nullable String balancerClass,
      Map<String, String> annotations,
      List<Ingress> ingress) {
    public Balancer {
      events = List.copyOf(events);
      annotations = Map.copyOf(annotations);
      ingress = List.copyOf(ingress);
    }
  }

  /**
   * What a controller said about a Service.
   *
   * @param reason e.g. {@code EnsuringLoadBalancer}
   * @param message in words
   * @param source the controller that said it; may be empty
   * @param time when it last said it
   */
  public record ProviderEvent(String reason, String message, String source, Instant time) {}
}
