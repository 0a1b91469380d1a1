// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts about the Service that exposes an app, as needed by the address rules.
 *
 * @param name its name
 * @param namespace its namespace
 * @param type the requested type of exposure
 * @param ports its ports
 * @param clusterIps its addresses in the cluster
 * @param balancer the state of its load balancer
 * @param readyEndpoints number of ready pods behind it
 * @param headless whether its name resolves to the addresses of the pods
 * @param deleting whether it is being deleted
 */
public record ServiceFacts(
    String name,
    String namespace,
    ExposureType type,
    List<Port> ports,
    List<String> clusterIps,
    Balancer balancer,
    int readyEndpoints,
    boolean headless,
    boolean deleting) {
  public ServiceFacts {
    ports = List.copyOf(ports);
    clusterIps = List.copyOf(clusterIps);
  }

  /** A Service with an address of its own. */
  public ServiceFacts(
      String name,
      String namespace,
      ExposureType type,
      List<Port> ports,
      List<String> clusterIps,
      Balancer balancer,
      int readyEndpoints) {
    this(name, namespace, type, ports, clusterIps, balancer, readyEndpoints, false, false);
  }

  /**
   * A port.
   *
   * @param name its name, or null
   * @param port the port that clients connect to
   * @param protocol its transport protocol
   * @param nodePort the port on the nodes, or null
   */
  public record Port(
      @Nullable String name, int port, Protocol protocol, @Nullable Integer nodePort) {}

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

    /** The IP if there is one: it works immediately, while a name must be resolved first. */
    String host() {
      return ip.isEmpty() ? hostname : ip;
    }
  }

  /**
   * The state of the creation of a load balancer.
   *
   * @param requestedAt when it was requested
   * @param claimed whether a controller has put its finalizer on the Service
   * @param events the events that controllers recorded on the Service, newest first
   * @param balancerClass {@code spec.loadBalancerClass}, or null for the cluster's default
   * @param annotations the annotations of the Service that say where to place its load balancer
   * @param ingress the reported addresses; entries may be pending
   */
  public record Balancer(
      Instant requestedAt,
      boolean claimed,
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
   * An event that a controller recorded on a Service.
   *
   * @param reason e.g. {@code EnsuringLoadBalancer}
   * @param message its message
   * @param source the name of the controller; may be empty
   * @param time when it was last recorded
   */
  public record ProviderEvent(String reason, String message, String source, Instant time) {}
}
