// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.controller.LoadBalancerBehaviour;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.store.ApiGroup;
import io.roadstead.simulation.system.SimulatedSystem;
import io.roadstead.simulation.system.Systems;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated cluster is like. Begin with {@link #defaults} or {@link #system} and change what
 * matters.
 *
 * @param port where the API listens on loopback; 0 takes a free one
 * @param system what it looks like
 * @param ownNodes how many nodes there are, 0 to 200; null for as many as the system has
 * @param ownVersion the version of Kubernetes it says it is; null for the system's
 * @param clock real for a local run, manual for a test that moves the time itself; the cluster
 *     closes it
 * @param delayFactor how long pulls, starts, stops and the system's load balancers take: 1 as on a
 *     quiet cluster, 0 at once
 * @param ownLoadBalancer what becomes of Services of type LoadBalancer, whatever the delay factor;
 *     null for what the system does
 * @param apiGroups groups of the API that are served beside the usual ones and the system's
 */
public record SimulatedClusterOptions(
    int port,
    SimulatedSystem system,
    @Nullable Integer ownNodes,
    @Nullable String ownVersion,
    SimulationClock clock,
    double delayFactor,
    @Nullable LoadBalancerBehaviour ownLoadBalancer,
    Set<ApiGroup> apiGroups) {

  public SimulatedClusterOptions {
    apiGroups = Set.copyOf(apiGroups);
    system.checkNodes(ownNodes == null ? system.nodes() : ownNodes);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (!(delayFactor >= 0)) {
      throw new IllegalArgumentException("delayFactor must not be negative: " + delayFactor);
    }
  }

  /**
   * No particular system: three nodes, real time, any free port, load balancers that get an address
   * after two seconds.
   */
  public static SimulatedClusterOptions defaults() {
    return of(Systems.plain()).withLoadBalancer(LoadBalancerBehaviour.ip(Duration.ofSeconds(2)));
  }

  /** The same cluster as a system, such as {@code gke} or {@code ibm-iks/vpc-gen2}. */
  public static SimulatedClusterOptions system(String id) {
    return of(Systems.named(id));
  }

  /** The ids of all systems; where a system comes in several kinds, one for each. */
  public static List<String> systems() {
    return Systems.ids();
  }

  private static SimulatedClusterOptions of(SimulatedSystem system) {
    return new SimulatedClusterOptions(
        0, system, null, null, SimulationClock.real(), 1, null, Set.of());
  }

  /** How many nodes there are. */
  public int nodes() {
    return ownNodes == null ? system.nodes() : ownNodes;
  }

  /** The version of Kubernetes it says it is. */
  public String version() {
    return ownVersion == null ? system.version() : ownVersion;
  }

  /** What becomes of Services of type LoadBalancer. */
  public LoadBalancerBehaviour loadBalancer() {
    return ownLoadBalancer == null
        ? new LoadBalancerBehaviour(system.balancer().times(delayFactor))
        : ownLoadBalancer;
  }

  /** The same on another port. */
  public SimulatedClusterOptions withPort(int other) {
    return new SimulatedClusterOptions(
        other, system, ownNodes, ownVersion, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same with another number of nodes. */
  public SimulatedClusterOptions withNodes(int other) {
    return new SimulatedClusterOptions(
        port, system, other, ownVersion, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same as another version of Kubernetes. */
  public SimulatedClusterOptions withVersion(String other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, other, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same on another clock. */
  public SimulatedClusterOptions withClock(SimulationClock other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, other, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same, slower or faster. */
  public SimulatedClusterOptions withDelayFactor(double other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, other, ownLoadBalancer, apiGroups);
  }

  /** The same with other load balancers. */
  public SimulatedClusterOptions withLoadBalancer(LoadBalancerBehaviour other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, delayFactor, other, apiGroups);
  }

  /** The same with these further groups of the API. */
  public SimulatedClusterOptions withApiGroups(Set<ApiGroup> others) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, delayFactor, ownLoadBalancer, others);
  }
}
